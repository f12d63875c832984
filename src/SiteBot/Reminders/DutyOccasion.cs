using System.Collections.Immutable;
using NodaTime;
using SiteBot.Procedures;

namespace SiteBot.Reminders;

/// <summary>One time that a duty is owed for.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Occasion">Which one: the site's local date that it is owed for, <c>yyyy-MM-dd</c>; what <see cref="Visits.VisitEvent.DutyDone"/> names.</param>
/// <param name="OwedFrom">From when on it is owed, inclusive.</param>
/// <param name="LapsesAt">From when on it is overdue, inclusive; null where it never is.</param>
/// <param name="Reminders">When its owner is reminded, in order; each with a name that stays the same however often it is reckoned.</param>
/// <param name="IsDone">It was met.</param>
public sealed record DutyOccasion(
    Duty Duty, string Occasion, Instant OwedFrom, Instant? LapsesAt, ImmutableArray<ScheduledReminder> Reminders, bool IsDone)
{
    /// <summary>How many days it reports on, those before <see cref="Occasion"/>; 1 for that day itself.</summary>
    public int Days { get; init; } = 1;

    /// <summary>True from the moment on which it lapses, where it was not met.</summary>
    public bool IsOverdueAt(Instant now) => !IsDone && LapsesAt <= now;
}

/// <summary>A reminder's moment.</summary>
/// <param name="Name">Unique in the occasion.</param>
/// <param name="At">When; inside civil hours.</param>
public readonly record struct ScheduledReminder(string Name, Instant At);
