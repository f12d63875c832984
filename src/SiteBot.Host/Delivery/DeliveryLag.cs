using System.Diagnostics.Metrics;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>How far delivery was behind when it was looked at last, as metrics.</summary>
internal sealed class DeliveryLag : IDisposable
{
    private readonly Meter _meter = new(DeliveryTally.MeterName);
    private volatile Seen _seen = new(new OutboxLag(0, 0, null), Duration.Zero);

    /// <summary>Makes the metrics.</summary>
    public DeliveryLag()
    {
        _meter.CreateObservableGauge("sitebot.outbox.oldest_due", () => _seen.Behind.TotalSeconds, "s", "How long the oldest undelivered message is overdue.");
        _meter.CreateObservableGauge("sitebot.outbox.due", () => _seen.Lag.Due, "{message}", "Messages due and undelivered.");
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    /// <summary>Notes what a look found.</summary>
    public void See(OutboxLag lag, Duration behind) => _seen = new Seen(lag, behind);

    private sealed record Seen(OutboxLag Lag, Duration Behind);
}
