using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using SiteBot.Host.Settings;
using SiteBot.Host.Telemetry;

namespace SiteBot.Host.Doors;

/// <summary><c>POST /api/messages</c>: a channel brings an activity, and its turn runs. Beyond the limits 413, 429 or 503; a turn that breaks is 503 as well, since
/// nothing of it was kept and the channel may bring it again.</summary>
/// <remarks>The caller going away ends no turn: what a person did is decided and kept, and a repeated activity finds it.</remarks>
internal sealed partial class MessageDoor(
    CloudAdapter adapter, IBot bot, SiteBotOptions options, TurnsUnderWay underWay, HostMetrics metrics, TimeProvider machine, ILogger<MessageDoor> log)
{
    // A long chat shows that many cards at once.
    private const int LooksPerTurn = 10;

    private readonly LimitedBot _bot = new(
        bot, new SenderLimit(options.Limits.TurnsPerSender, machine), new SenderLimit(options.Limits.TurnsPerSender * LooksPerTurn, machine));
    private readonly TimeSpan _longest = TimeSpan.FromSeconds(options.Limits.TurnSeconds);

    /// <summary>Maps the door.</summary>
    public void Map(WebApplication app)
    {
        LimitedBot.LetThrough(adapter);
        app.MapPost("/api/messages", (RequestDelegate)Receive);
    }

    private async Task Receive(HttpContext context)
    {
        if (!underWay.Begin(options.Limits.Turns))
        {
            await Later(context, StatusCodes.Status503ServiceUnavailable, "Too many turns at once.");
            return;
        }

        var began = machine.GetTimestamp();
        using var trace = HostMetrics.Traces.StartActivity("turn", ActivityKind.Server);
        using var scope = log.BeginScope(new TurnScope(trace?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString()));
        try
        {
            await Turn(context);
        }
        finally
        {
            underWay.End();
            trace?.SetTag("status", context.Response.StatusCode);
            metrics.Turn(machine.GetElapsedTime(began), context.Response.StatusCode);
        }
    }

    private async Task Turn(HttpContext context)
    {
        if (context.Request.ContentLength > options.Limits.BodyBytes)
        {
            await JsonAnswer.Refuse(context.Response, StatusCodes.Status413PayloadTooLarge, "TooLarge", $"An activity has at most {options.Limits.BodyBytes} bytes.");
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Limits.BodyBytes;
        }

        using var turn = new CancellationTokenSource(_longest, machine);
        try
        {
            await adapter.ProcessAsync(context.Request, context.Response, _bot, turn.Token);
        }
        catch (TooManyTurnsException)
        {
            await Later(context, StatusCodes.Status429TooManyRequests, "Too many turns of this sender in a minute.");
        }
        catch (BadHttpRequestException bad)
        {
            await JsonAnswer.Refuse(context.Response, bad.StatusCode, "BadRequest", bad.Message);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            Left(log);
        }
        catch (Exception failure)
        {
            Broke(log, failure);
            await Later(context, StatusCodes.Status503ServiceUnavailable, "The turn broke and nothing of it was kept. It may be sent again.");
        }
    }

    private static Task Later(HttpContext context, int status, string message)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Response.Headers.RetryAfter = "1";
        return JsonAnswer.Refuse(context.Response, status, "Later", message);
    }

    [LoggerMessage(LogLevel.Error, "A turn broke; nothing of it was kept.")]
    private static partial void Broke(ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Debug, "The caller left before the turn ended.")]
    private static partial void Left(ILogger log);
}
