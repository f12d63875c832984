using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.Bot;

/// <summary>The only way to the bot: POST to <c>/api/messages</c>, as every channel does.</summary>
internal sealed class BotDoor(LocalChatOptions options, HostAddress address, IHttpClientFactory clients, IHostApplicationLifetime lifetime)
{
    public const string Client = "SiteBot.LocalChat";

    /// <summary>Sends once. An invoke is not repeated: the person sees that it failed and presses again.</summary>
    public Task<BotAnswer> Invoke(JsonObject activity) => Once(activity.ToJsonString());

    /// <summary>Sends, and sends the same activity again while the bot is away, failing or silent.</summary>
    public async Task<BotAnswer> Deliver(JsonObject activity)
    {
        var body = activity.ToJsonString();
        var answer = await Once(body);
        foreach (var pause in options.RetryPauses)
        {
            if (!answer.WorthRepeating || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                break;
            }

            await Task.Delay(pause, options.MachineTime);
            answer = await Once(body);
        }

        return answer;
    }

    private async Task<BotAnswer> Once(string body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        patience.CancelAfter(options.TurnPatience);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await clients.CreateClient(Client).PostAsync(address.Messages, content, patience.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(patience.Token);
            return new(response.StatusCode, bytes.Length == 0 ? null : Body(bytes));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new(null, null);
        }
    }

    private static JsonElement? Body(byte[] bytes)
    {
        try
        {
            return JsonBody.Parse(bytes);
        }
        catch (Refused)
        {
            return null;
        }
    }
}

/// <summary>The bot's HTTP answer; no status when there was none in time.</summary>
internal sealed record BotAnswer(HttpStatusCode? Status, JsonElement? Body)
{
    public bool Taken => Status is { } status && (int)status is >= 200 and < 300;

    public bool WorthRepeating => Status is null or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed;

    /// <summary>What happened, for a person.</summary>
    public string Said => Status is { } status ? $"HTTP {(int)status}" : "—";
}
