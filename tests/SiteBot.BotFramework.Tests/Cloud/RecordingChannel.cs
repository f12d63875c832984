using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>One request that reached a channel.</summary>
internal sealed record Seen(string Method, string Target, string? Authorization, JsonElement Body);

/// <summary>A connector service that keeps what reaches it and answers as told.</summary>
internal sealed class RecordingChannel : IAsyncDisposable
{
    private LoopbackServer? server;

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = """{"id":"sent-1"}""";

    public string? RetryAfter { get; set; }

    /// <summary>With a path and without a slash at the end, as the local chat has it.</summary>
    public string ServiceUrl => server!.Address + "/_connector";

    public static async Task<RecordingChannel> StartAsync()
    {
        var channel = new RecordingChannel();
        channel.server = await LoopbackServer.StartAsync(channel.AnswerAsync);
        return channel;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new Seen(context.Request.Method, target, context.Request.Headers.Authorization, text.Length == 0 ? default : JsonElement.Parse(text)));
        context.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await context.Response.WriteAsync(Answer);
    }
}
