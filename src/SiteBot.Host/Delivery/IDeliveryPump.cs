using NodaTime;

namespace SiteBot.Host.Delivery;

/// <summary>How local mode's doors drive delivery: business time is moved from one moment to the next, and what came due is waited for.</summary>
/// <remarks>To pass a stretch of time: while <see cref="NextMoment"/> is not after its end, set the clock there and wait with <see cref="UntilTried"/>; then set the
/// clock to the end and wait once more. What delivery leads to (a reminder that climbs) is found on the way, since it is asked anew at each moment.</remarks>
public interface IDeliveryPump
{
    /// <summary>The earliest business time after <paramref name="after"/> (exclusive) at which a message comes due or plans are reckoned anew; null where there is none.</summary>
    ValueTask<Instant?> NextMoment(Instant after, CancellationToken cancellation);

    /// <summary>Wakes delivery and waits until everything due now (by the business clock) was handed to its channel or failed its first attempt.</summary>
    /// <param name="atMost">Machine time after which it ends in any case.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    ValueTask<DeliveryCount> UntilTried(Duration atMost, CancellationToken cancellation);

    /// <summary>Wakes delivery and waits until nothing due now is left undelivered; what was given up does not count as left.</summary>
    /// <param name="atMost">Machine time after which it ends in any case.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    ValueTask<DeliveryCount> UntilSettled(Duration atMost, CancellationToken cancellation);
}

/// <summary>What became of messages at this host while somebody waited.</summary>
/// <param name="Delivered">How many were handed to their channel.</param>
/// <param name="Failed">How many attempts failed.</param>
/// <param name="Complete">False where the time was over first.</param>
public sealed record DeliveryCount(int Delivered, int Failed, bool Complete);
