using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Directory;

/// <summary>A stretch of every local day, half-open. Where <paramref name="To"/> is not after <paramref name="From"/> it ends on the next day.</summary>
public sealed record DayWindow(LocalTime From, LocalTime To);

/// <summary>A stretch in which nothing is changed, half-open.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The first moment after.</param>
/// <param name="Reason">Why; null where the file does not say.</param>
public sealed record Freeze(Instant From, Instant To, string? Reason);

/// <summary>A policy as one site, customer or regional office writes it: what is null is left to the next level.</summary>
public sealed record PolicyValues
{
    /// <summary>A policy that says nothing.</summary>
    public static PolicyValues None { get; } = new();

    /// <summary>When major operations may be done (6.3-9).</summary>
    public DayWindow? NightWindow { get; init; }

    /// <summary>When operations that affect service may be done (6.5-5).</summary>
    public DayWindow? EveningWindow { get; init; }

    /// <summary>Hours of most traffic; an empty list means that there are none.</summary>
    public ImmutableArray<DayWindow>? TrafficPeaks { get; init; }

    /// <summary>Change freezes; those of all levels add up.</summary>
    public ImmutableArray<Freeze> Freezes { get; init; } = [];

    /// <summary>How old a backup may be, in hours.</summary>
    public int? BackupMaxAgeHours { get; init; }

    /// <summary>The same for read-only work; where no level says, the other age.</summary>
    public int? ReadOnlyBackupMaxAgeHours { get; init; }

    /// <summary>Minutes after which an alarm that nobody acknowledged climbs.</summary>
    public int? AcknowledgeMinutes { get; init; }

    /// <summary>Minutes of silence from the site, in trouble, after which the engineer is asked.</summary>
    public int? SilenceMinutes { get; init; }

    /// <summary>Days of watch after a cutover (5.4-5); at least one.</summary>
    public int? WatchDays { get; init; }

    /// <summary>When people may be reminded; within one day.</summary>
    public DayWindow? CivilHours { get; init; }

    /// <summary>How many operations one night takes before a plan is warned of; null means no limit.</summary>
    public int? OperationsPerNight { get; init; }
}
