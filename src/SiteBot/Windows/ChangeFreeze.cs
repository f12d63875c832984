using NodaTime;

namespace SiteBot.Windows;

/// <summary>A change freeze of the customer or of the regional office: a local policy, not the standard.</summary>
public sealed record ChangeFreeze
{
    /// <summary>Makes a freeze.</summary>
    /// <param name="from">Its first moment.</param>
    /// <param name="to">The first moment after it.</param>
    /// <param name="reason">Why, as its author wrote it; blank is the same as absent.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not before <paramref name="to"/>.</exception>
    public ChangeFreeze(Instant from, Instant to, string? reason = null)
    {
        if (from >= to)
        {
            throw new ArgumentException("A freeze begins before it ends.", nameof(to));
        }

        Occurrence = new Occurrence(from, to);
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason;
    }

    /// <summary>When it holds.</summary>
    public Occurrence Occurrence { get; }

    /// <summary>Why; null where nobody said.</summary>
    public string? Reason { get; }
}
