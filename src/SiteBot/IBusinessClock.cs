using NodaTime;

namespace SiteBot;

/// <summary>Business time: what windows, reminders and follow-ups go by. In local mode a demo clock that can be moved forward; elsewhere the machine's.
/// Leases, timeouts, rate limits and tokens go by machine time and never by this.</summary>
public interface IBusinessClock
{
    /// <summary>The moment now. Never goes back.</summary>
    Instant Now { get; }
}
