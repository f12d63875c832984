using System.Collections.Concurrent;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>Takes messages instead of a channel, as a script says.</summary>
internal sealed class Sink(Func<ClaimedMessage, CancellationToken, ValueTask<DeliveryOutcome>> script) : IMessageDelivery
{
    /// <summary>A sink that takes all.</summary>
    public Sink()
        : this((_, _) => new(new DeliveryOutcome.Delivered(null)))
    {
    }

    public ConcurrentQueue<string> Taken { get; } = new();

    public ConcurrentQueue<string> Begun { get; } = new();

    public async ValueTask<DeliveryOutcome> Deliver(ClaimedMessage message, Instant now, CancellationToken cancellation)
    {
        Begun.Enqueue(message.Message.Key);
        var outcome = await script(message, cancellation);
        if (outcome is DeliveryOutcome.Delivered)
        {
            Taken.Enqueue(message.Message.Key);
        }

        return outcome;
    }

    public static DeliveryOutcome Failed(FailureKind kind) => new DeliveryOutcome.Failed(kind, "told so");
}
