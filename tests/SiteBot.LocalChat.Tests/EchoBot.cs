using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SiteBot.LocalChat.Tests;

/// <summary>Stands for the bot at <c>/api/messages</c>: speaks the protocol, remembers what came, answers what a test tells it to.</summary>
internal sealed class EchoBot
{
    private readonly Channel<JsonObject> received = Channel.CreateUnbounded<JsonObject>();
    private readonly HttpClient http = new();

    /// <summary>What the bot's turn does: replies through the connector, returns the HTTP answer's status and body.</summary>
    public Func<JsonObject, EchoBot, Task<(int Status, JsonNode? Body)>> Turn { get; set; } = (_, _) => Task.FromResult<(int, JsonNode?)>((200, null));

    public void Map(WebApplication app) => app.MapPost("/api/messages", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var activity = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        await received.Writer.WriteAsync(activity);
        var (status, body) = await Turn(activity, this);
        return body is null ? Results.StatusCode(status) : Results.Text(body.ToJsonString(), "application/json", statusCode: status);
    });

    /// <summary>The next activity of that type; others are passed over.</summary>
    public async Task<JsonObject> Hears(string type = "message")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var activity = await received.Reader.ReadAsync(patience.Token);
            if ((string?)activity["type"] == type)
            {
                return activity;
            }
        }
    }

    /// <summary>What came and was not yet asked for.</summary>
    public IReadOnlyList<JsonObject> Unheard()
    {
        var activities = new List<JsonObject>();
        while (received.Reader.TryRead(out var activity))
        {
            activities.Add(activity);
        }

        return activities;
    }

    public async Task<string> Replies(JsonObject to, JsonObject reply)
    {
        reply["type"] ??= "message";
        reply["replyToId"] = to["id"]!.DeepClone();
        var (_, body) = await Connector(HttpMethod.Post, to, $"activities/{to["id"]}", reply);
        return (string)body!["id"]!;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> Connector(HttpMethod method, JsonObject about, string rest, JsonNode? body = null) =>
        Call(method, $"{about["serviceUrl"]}/v3/conversations/{Uri.EscapeDataString((string)about["conversation"]!["id"]!)}/{rest}", body);

    public async Task<(HttpStatusCode Status, JsonNode? Body)> Call(HttpMethod method, string url, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text, null, new JsonDocumentOptions()));
    }
}
