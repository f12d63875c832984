using NodaTime;

namespace SiteBot.Host.Doors;

/// <summary><c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: the store answers and delivery is not more than five minutes behind; else 503 with the reason.</summary>
internal sealed partial class HealthDoor(OutboxWatch watch, TimeProvider machine, ILogger<HealthDoor> log)
{
    /// <summary>From here on delivery counts as behind.</summary>
    public static readonly Duration Behind = Duration.FromMinutes(5);

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Maps the doors.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/health/live", (RequestDelegate)(static context => Answer(context, null)));
        app.MapGet("/health/ready", (RequestDelegate)Ready);
    }

    private async Task Ready(HttpContext context) => await Answer(context, await Reason(context.RequestAborted));

    private async Task<string?> Reason(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var (outbox, behind) = await watch.Look(patience.Token).AsTask().WaitAsync(_patience, machine, cancellation);
            return behind < Behind ? null : $"The oldest of {outbox.Due} due messages has been waiting for {(long)behind.TotalMinutes} minutes.";
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            await patience.CancelAsync();
            StoreSilent(log, failure);
            return failure is TimeoutException ? "The store does not answer in time." : "The store does not answer.";
        }
    }

    private static Task Answer(HttpContext context, string? reason) => JsonAnswer.Write(
        context.Response,
        reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        json =>
        {
            json.WriteString("status", reason is null ? "ok" : "unavailable");
            if (reason is not null)
            {
                json.WriteString("reason", reason);
            }
        });

    [LoggerMessage(LogLevel.Error, "The store does not answer the question for health.")]
    private static partial void StoreSilent(ILogger log, Exception failure);
}
