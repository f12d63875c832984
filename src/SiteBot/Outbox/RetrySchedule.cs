using NodaTime;

namespace SiteBot.Outbox;

/// <summary>When a message that did not go through is tried again: longer each time, never all at one moment, never before the channel asked for.</summary>
/// <param name="First">The longest wait after the first attempt; longer than zero.</param>
/// <param name="Longest">What waits grow to for routine messages.</param>
/// <param name="LongestUrgent">What waits grow to for urgent ones.</param>
/// <param name="Attempts">After so many attempts it is given up; at least 1.</param>
public sealed record RetrySchedule(Duration First, Duration Longest, Duration LongestUrgent, int Attempts)
{
    /// <summary>Two seconds at first, up to five minutes (one minute where it is urgent), a hundred attempts.</summary>
    public static RetrySchedule Usual { get; } = new(Duration.FromSeconds(2), Duration.FromMinutes(5), Duration.FromMinutes(1), 100);

    /// <summary>The longest time for which a channel's own wish is obeyed.</summary>
    public static Duration LongestWish { get; } = Duration.FromHours(1);

    /// <summary>How long to wait before the next attempt; null where there is none.</summary>
    /// <param name="attempts">How many attempts were made, this one too.</param>
    /// <param name="urgency">How soon the message must be out.</param>
    /// <param name="retryAfter">What the channel asked for, or null.</param>
    /// <param name="jitter">From 0 (inclusive) to 1 (exclusive), drawn anew each time.</param>
    public Duration? After(int attempts, Urgency urgency, Duration? retryAfter, double jitter)
    {
        if (attempts >= Attempts)
        {
            return null;
        }

        var cap = urgency == Urgency.Urgent ? Duration.Min(LongestUrgent, Longest) : Longest;
        var doublings = Math.Clamp(attempts - 1, 0, 30);
        var grown = Duration.Min(First * (1L << doublings), cap);

        // Half of it for certain, the other half by chance: those that failed together do not come back together.
        var own = grown * (0.5 + (jitter / 2));
        if (retryAfter is not { } wish || wish <= Duration.Zero)
        {
            return own;
        }

        // Never before the channel asked for; how much later is spread over as long again as our own wait.
        return Duration.Max(own, Duration.Min(wish, LongestWish) + (First * jitter));
    }
}
