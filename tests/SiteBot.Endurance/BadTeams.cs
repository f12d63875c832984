using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SiteBot.Endurance;

/// <summary>A connector on this machine that plays Teams badly: it counts what arrives and answers as its temper says.</summary>
public sealed class BadTeams : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Func<Arrival, Answer> _temper;
    private int _ids;

    private BadTeams(WebApplication application, Func<Arrival, Answer> temper, TimeProvider time) => (_application, _temper, Time) = (application, temper, time);

    /// <summary>The connector's serviceUrl.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>By whose clock arrivals are counted.</summary>
    public TimeProvider Time { get; }

    /// <summary>All that arrived, refused or not.</summary>
    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    /// <summary>What cards say that were taken though their sender had hung up before the answer.</summary>
    public ConcurrentQueue<string> Unheard { get; } = new();

    /// <summary>What was taken, in order: the conversation and what the card says.</summary>
    public ConcurrentQueue<Taken> Shown { get; } = new();

    /// <summary>Starts one.</summary>
    /// <param name="temper">How it answers.</param>
    /// <param name="time">The clock that it counts by.</param>
    public static async Task<BadTeams> Start(Func<Arrival, Answer> temper, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var teams = new BadTeams(application, temper, time);
        application.Run(teams.Answered);
        await application.StartAsync();
        teams.ServiceUrl = application.Urls.Single() + "/teams";
        return teams;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task Answered(HttpContext http)
    {
        var at = Time.GetTimestamp();
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var arrival = Read(http.Request, body.RootElement, at);
        Arrivals.Enqueue(arrival);
        var answer = _temper(arrival);
        if (answer is { Takes: true } && arrival.Text is not null)
        {
            Shown.Enqueue(new Taken(arrival.Conversation, arrival.Text, arrival.Activity));
        }

        switch (answer.How)
        {
            case How.Cut:
                http.Abort();
                return;
            case How.Hang:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            default:
                await Write(http.Response, arrival, answer);
                if (answer.Takes && arrival.Text is { } text && http.RequestAborted.IsCancellationRequested)
                {
                    Unheard.Enqueue(text);
                }

                return;
        }
    }

    private async Task Write(HttpResponse response, Arrival arrival, Answer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var id = Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await response.WriteAsJsonAsync(answer.Status >= 300
            ? new Dictionary<string, object> { ["error"] = new Dictionary<string, string> { ["code"] = answer.Code ?? "Error", ["message"] = "No." } }
            : arrival.Opens
                ? new Dictionary<string, object> { ["id"] = arrival.Conversation, ["activityId"] = id }
                : new Dictionary<string, object> { ["id"] = arrival.Activity ?? id });
    }

    private static Arrival Read(HttpRequest request, JsonElement body, long at)
    {
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [.., "conversations"])
        {
            var channel = body.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var named) ? named.GetProperty("id").GetString() : null;
            var member = body.TryGetProperty("members", out var members) && members.GetArrayLength() > 0 ? members[0].GetProperty("id").GetString() : null;
            var first = body.TryGetProperty("activity", out var activity) && activity.ValueKind == JsonValueKind.Object ? Said(activity) : null;
            return new Arrival(at, channel is null ? "new:" + member : $"{channel};messageid={at}", null, first, Opens: true);
        }

        var conversation = Uri.UnescapeDataString(parts[Array.IndexOf(parts, "conversations") + 1]);
        return new Arrival(at, conversation, request.Method == HttpMethods.Put ? parts[^1] : null, Said(body), Opens: false);
    }

    private static string? Said(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0
            ? attachments[0].GetProperty("content").GetProperty("body")[0].TryGetProperty("text", out var text) ? text.GetString() : "a card"
            : null;
}

/// <summary>A request that arrived.</summary>
/// <param name="At">When, a timestamp.</param>
/// <param name="Conversation">The conversation; of one to be opened the id that it gets.</param>
/// <param name="Activity">The activity that is updated, or null.</param>
/// <param name="Text">What the card says, or null.</param>
/// <param name="Opens">True where a conversation is opened.</param>
public sealed record Arrival(long At, string Conversation, string? Activity, string? Text, bool Opens);

/// <summary>A message that the channel took.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Text">What it says.</param>
/// <param name="Updated">The activity that it changed, or null.</param>
public sealed record Taken(string Conversation, string Text, string? Updated);

/// <summary>In which way an answer comes.</summary>
public enum How
{
    /// <summary>As HTTP wants it.</summary>
    Plain,

    /// <summary>Never.</summary>
    Hang,

    /// <summary>The connection is cut.</summary>
    Cut,
}

/// <summary>An answer of the channel.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The error's code, or null.</param>
/// <param name="RetryAfter">Seconds, or null.</param>
/// <param name="How">In which way it comes.</param>
/// <param name="Takes">True where the message was taken, whatever the answer.</param>
public sealed record Answer(int Status, string? Code = null, int? RetryAfter = null, How How = How.Plain, bool Takes = false)
{
    /// <summary>All is well.</summary>
    public static Answer Fine { get; } = new(201, Takes: true);

    /// <summary>No answer, and nothing taken.</summary>
    public static Answer Hangs { get; } = new(0, How: How.Hang);

    /// <summary>The connection is cut before the message is taken.</summary>
    public static Answer CutBefore { get; } = new(0, How: How.Cut);

    /// <summary>The connection is cut after the message was taken: a repeat doubles it.</summary>
    public static Answer CutAfter { get; } = new(0, How: How.Cut, Takes: true);
}
