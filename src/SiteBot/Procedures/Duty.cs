using System.Collections.Immutable;

namespace SiteBot.Procedures;

/// <summary>Something that is owed by date.</summary>
/// <param name="Id">Its id, unique in the procedure and stable for ever.</param>
/// <param name="Provisions">Ids of the provisions that it carries; never empty.</param>
/// <param name="Title">What is owed, as a line.</param>
/// <param name="Ask">The reminder's sentence.</param>
/// <param name="Who">Who owes it.</param>
/// <param name="Every">Its rhythm.</param>
/// <param name="From">The moment of the visit from which it is owed.</param>
/// <param name="Until">The moment of the visit from which it is owed no more; what was owed before stays owed.</param>
/// <param name="WithinDays">For <see cref="Rhythm.Once"/>: it lapses at the end of this local day after <paramref name="From"/>; null where the standard names none.</param>
/// <param name="HoursAhead">For <see cref="Rhythm.Ahead"/>: how long before the appointment the reminder comes.</param>
/// <param name="Step">The step whose doing meets it; null where each occasion is told by itself.</param>
/// <param name="Form">The form that it asks for; null for none.</param>
/// <param name="When">The conditions under which it is owed; all must hold.</param>
public sealed record Duty(
    string Id,
    ImmutableArray<string> Provisions,
    Text Title,
    Text Ask,
    Owner Who,
    Rhythm Every,
    Anchor From,
    Anchor Until,
    int? WithinDays,
    int? HoursAhead,
    string? Step,
    string? Form,
    ImmutableArray<Condition> When)
{
    /// <summary>True where the duty is owed in a visit that stands so.</summary>
    public bool AppliesIn(ConditionContext context) => When.All(condition => condition.Holds(context));
}

/// <summary>How often a duty is owed.</summary>
public enum Rhythm
{
    /// <summary>Once, reminded of each day until it is met.</summary>
    Once,

    /// <summary>For each local day.</summary>
    Day,

    /// <summary>For each seven days, counted from the beginning.</summary>
    Week,

    /// <summary>For each day of the watch that the site's policy asks for (5.4-5); never less than 24 hours in all.</summary>
    Watch,

    /// <summary>Once, ahead of the appointment.</summary>
    Ahead,
}

/// <summary>Moments of a visit that duties hang on; each is a fact on record.</summary>
public enum Anchor
{
    /// <summary>The visit went on record.</summary>
    Started,

    /// <summary>The agreed time: the appointment, else the window's start.</summary>
    Appointment,

    /// <summary>The first arrival at the site.</summary>
    Arrived,

    /// <summary>The last operation ended; where none was run in this visit, the moment of the cutover that a step told of (<see cref="Mark.Cutover"/>).</summary>
    OperationEnded,

    /// <summary>The site was left for good.</summary>
    Left,

    /// <summary>The visit ended.</summary>
    Closed,
}
