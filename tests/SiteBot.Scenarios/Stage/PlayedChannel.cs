using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SiteBot.Scenarios.Stage;

/// <summary>The channel's side of the wire: takes what the bot posts and updates, as Teams' connector does, and remembers it in order.</summary>
internal sealed class PlayedChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _closed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Conversation, string Id)> _deleted = new();
    private readonly ConcurrentQueue<Posted> _posts = new();
    private int _ids;

    private PlayedChannel(WebApplication app) => _app = app;

    /// <summary>What activities name as their serviceUrl.</summary>
    public string ServiceUrl => _app.Urls.First() + "/_connector";

    /// <summary>Everything posted and updated so far, in order.</summary>
    public IReadOnlyList<Posted> Posts => [.. _posts];

    /// <summary>The messages taken away, in order.</summary>
    public IReadOnlyList<(string Conversation, string Id)> Deleted => [.. _deleted];

    /// <summary>From now on this person, by the channel's or the tenant's id, cannot be written to: the app is not installed for them.</summary>
    public void Close(string member) => _closed[member] = true;

    public static async Task<PlayedChannel> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var channel = new PlayedChannel(app);
        var connector = app.MapGroup("/_connector/v3/conversations");
        connector.MapPost("/", channel.Create);
        connector.MapPost("/{conversation}/activities", channel.Post);
        connector.MapPost("/{conversation}/activities/{replyTo}", channel.Post);
        connector.MapPut("/{conversation}/activities/{activity}", channel.Update);
        connector.MapDelete("/{conversation}/activities/{activity}", (string conversation, string activity) =>
        {
            channel._deleted.Enqueue((conversation, activity));
            return Results.Ok();
        });
        await app.StartAsync();
        return channel;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Post(string conversation, HttpRequest request)
    {
        var id = "m" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        _posts.Enqueue(new Posted(conversation, id, false, await Body(request)));
        return Results.Json(new { id });
    }

    private async Task<IResult> Update(string conversation, string activity, HttpRequest request)
    {
        _posts.Enqueue(new Posted(conversation, activity, true, await Body(request)));
        return Results.Json(new { id = activity });
    }

    // One-to-one chats are named after their person, channel threads after their first message: as the actors name them too.
    private async Task<IResult> Create(HttpRequest request)
    {
        var body = await Body(request);
        if (body.TryGetProperty("members", out var members) && members.GetArrayLength() > 0)
        {
            var member = members[0].GetProperty("id").GetString()!;
            return _closed.ContainsKey(member)
                ? Results.Json(new { error = new { code = "MessageWritesBlocked", message = "The person does not take messages of the bot." } }, statusCode: 403)
                : Results.Json(new { id = Actor.PersonalChatOf(member) });
        }

        var channel = body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        var id = "t" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        var thread = $"{channel};messageid={id}";
        if (body.TryGetProperty("activity", out var first) && first.ValueKind == JsonValueKind.Object)
        {
            _posts.Enqueue(new Posted(thread, id, false, first.Clone()));
        }

        return Results.Json(new { id = thread, activityId = id });
    }

    private static async Task<JsonElement> Body(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        return document.RootElement.Clone();
    }
}

/// <summary>A message as the channel got it.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Id">The message's id.</param>
/// <param name="IsUpdate">True where it took the place of an earlier one.</param>
/// <param name="Activity">The activity.</param>
internal sealed record Posted(string Conversation, string Id, bool IsUpdate, JsonElement Activity)
{
    /// <summary>The first attachment as Teams names its kind, or null.</summary>
    public string? Attached => Activity.TryGetProperty("attachments", out var attached) && attached.GetArrayLength() > 0 ? attached[0].GetProperty("contentType").GetString() : null;

    /// <summary>The card, or null where it is text.</summary>
    public ShownCard? Card => Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0
        && attachments[0].TryGetProperty("content", out var content) ? new ShownCard(content) : null;

    /// <summary>Everything that it says, whether card or text.</summary>
    public string Says => Card?.Text ?? (Activity.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "");
}
