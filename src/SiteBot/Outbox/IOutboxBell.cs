using NodaTime;

namespace SiteBot.Outbox;

/// <summary>Tells the one who delivers that something may be new, so that it need not ask the outbox all the time.</summary>
public interface IOutboxBell
{
    /// <summary>Waits until a message may have come into the outbox (asked for, planned anew, put back by an operator), at this host or another; at once where
    /// that happened since the last wait. It may end for nothing; the caller claims and looks.</summary>
    /// <remarks>One waiter a store. A ringing at another host can be lost with that host, and leases end without one: wait no longer than a second at a time
    /// where several hosts share a store.</remarks>
    /// <param name="atMost">Machine time after which it ends in any case.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    ValueTask Wait(Duration atMost, CancellationToken cancellation);
}
