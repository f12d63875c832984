using System.Collections.Concurrent;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Endurance;

/// <summary>An outbox whose leases and waits, which go by the database's clock, are as much shorter as the machine's clock is faster.</summary>
internal sealed class FastOutbox(IOutbox outbox, double factor) : IOutbox
{
    public ValueTask<IReadOnlyList<ClaimedMessage>> Claim(Instant now, string host, Duration lease, int limit, CancellationToken cancellation) =>
        outbox.Claim(now, host, lease / factor, limit, cancellation);

    /// <summary>The keys of messages whose answer did not come in time for the sender: the channel may have taken them.</summary>
    public ConcurrentQueue<string> Unanswered { get; } = new();

    public ValueTask Settle(string host, IReadOnlyList<DeliveryReport> reports, CancellationToken cancellation)
    {
        foreach (var retry in reports.OfType<DeliveryReport.Retry>().Where(retry => retry.Reason.Contains("did not answer in time", StringComparison.Ordinal)))
        {
            Unanswered.Enqueue(retry.Key);
        }

        return outbox.Settle(host, [.. reports.Select(Sooner)], cancellation);
    }

    public ValueTask<Instant?> NextDue(Instant after, CancellationToken cancellation) => outbox.NextDue(after, cancellation);

    public ValueTask<OutboxLag> Lag(Instant now, CancellationToken cancellation) => outbox.Lag(now, cancellation);

    public ValueTask<IReadOnlyList<OutboxEntry>> List(DeliveryState state, int limit, CancellationToken cancellation) => outbox.List(state, limit, cancellation);

    public ValueTask<bool> Requeue(string key, CancellationToken cancellation) => outbox.Requeue(key, cancellation);

    private DeliveryReport Sooner(DeliveryReport report) => report switch
    {
        DeliveryReport.Retry retry => retry with { After = retry.After / factor },
        DeliveryReport.PutBack back => back with { After = back.After / factor },
        _ => report,
    };
}
