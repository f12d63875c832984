using NodaTime;

namespace SiteBot.Windows;

/// <summary>One stretch of real time, from its start, inclusive, to its end, exclusive: a window on one night, a peak on one day, a freeze.</summary>
/// <param name="From">The first moment that belongs to it.</param>
/// <param name="To">The first moment that no longer does.</param>
public readonly record struct Occurrence(Instant From, Instant To)
{
    /// <summary>Whether no moment belongs to it, as on the night when the clock skips both its ends.</summary>
    public bool IsEmpty => To <= From;

    /// <summary>Whether an operation from <paramref name="start"/> to <paramref name="end"/> lies wholly inside; one of no length must begin inside.</summary>
    public bool Fits(Instant start, Instant end) => From <= start && start < To && end <= To;

    /// <summary>Whether an operation from <paramref name="start"/> to <paramref name="end"/> has a moment in common with it. One that ends when it begins does not touch it.</summary>
    public bool Touches(Instant start, Instant end) => start < To && (From < end || From <= start);
}
