using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SiteBot.Fuzz;

/// <summary>The channel that the spoilt activities come from: it takes whatever the bot answers, and learns from its cards what can be pressed.</summary>
public sealed class Channel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private Seeds? _seeds;
    private int _next;

    private Channel(WebApplication app) => _app = app;

    /// <summary>Its serviceUrl.</summary>
    public string Address => _app.Urls.First();

    /// <summary>How many calls of the bot's it took.</summary>
    public int Taken => _next;

    /// <summary>Begins to listen on loopback.</summary>
    public static async Task<Channel> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var channel = new Channel(builder.Build());
        channel._app.Run(async context => await (await channel.Take(context.Request)).ExecuteAsync(context));
        await channel._app.StartAsync();
        return channel;
    }

    /// <summary>Cards that come from now on add to these.</summary>
    public void Teach(Seeds seeds) => _seeds = seeds;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        var id = Interlocked.Increment(ref _next);
        if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            try
            {
                Learn(await JsonNode.ParseAsync(request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }));
            }
            catch (Exception unread) when (unread is JsonException or ArgumentException or InvalidOperationException)
            {
                // Whatever the bot repeats of what it was told, the channel takes it.
            }
        }

        return request.Path.Value!.Contains("/members", StringComparison.Ordinal) && HttpMethods.IsGet(request.Method)
            ? Results.Json(new { id = "user-id-0", name = "李明", aadObjectId = "aad-0", tenantId = "t" })
            : Results.Json(new { id = "sent-" + id }, statusCode: StatusCodes.Status201Created);
    }

    private void Learn(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Learn(item);
                }

                break;
            case JsonObject action when (string?)action["type"] is "Action.Execute" or "Action.Submit" && action["data"] is { } data:
                _seeds?.Learn((string?)action["verb"], data);
                break;
            case JsonObject values:
                foreach (var (_, value) in values)
                {
                    Learn(value);
                }

                break;
        }
    }
}
