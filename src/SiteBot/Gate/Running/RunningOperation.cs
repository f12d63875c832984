using NodaTime;
using SiteBot.Visits;

namespace SiteBot.Gate.Running;

/// <summary>An operation under way, as its go and its engineer told it.</summary>
/// <param name="StartedAt">When it began.</param>
public sealed record RunningOperation(Instant StartedAt)
{
    /// <summary>How long it was to take, a rollback included; null where nobody said.</summary>
    public Duration? Length { get; init; }

    /// <summary>The latest moment to begin rolling back, as the go named it; null where unknown.</summary>
    public Instant? RollBackBy { get; init; }

    /// <summary>The end of the window: when it must be over, the first moment that no longer counts; null where nothing ends it.</summary>
    public Instant? WindowEnd { get; init; }

    /// <summary>How much the engineer said is left, a rollback included, and when that was said; null where nothing was said since it began.</summary>
    public (Duration Left, Instant ToldAt)? Rest { get; init; }

    /// <summary>The operation that runs in a visit, or null.</summary>
    public static RunningOperation? Of(Visit visit) => visit.Running is not { } run ? null : new RunningOperation(run.StartedAt)
    {
        Length = VisitFacts.Minutes(visit.Plan.DurationMinutes) is { } minutes ? Duration.FromMinutes(minutes) : null,
        RollBackBy = run.RollBackBy,
        WindowEnd = run.EndBy,
        Rest = run is { RestMinutes: { } left, RestToldAt: { } at } ? (Duration.FromMinutes(left), at) : null,
    };

    /// <summary>When it will be over, by what was told last; null where nothing was told.</summary>
    public Instant? ExpectedEnd => Rest is { } rest ? rest.ToldAt + rest.Left : StartedAt + Length;
}

/// <summary>Of what a running operation is warned.</summary>
public enum RunningWarningKind
{
    /// <summary>The latest moment to begin rolling back comes near.</summary>
    RollBackSoon,

    /// <summary>It is here: roll back now, or the window's end is missed.</summary>
    RollBackNow,

    /// <summary>The window's end comes near.</summary>
    WindowEndsSoon,

    /// <summary>The window is over.</summary>
    WindowOver,

    /// <summary>What is left will not be done by the window's end.</summary>
    RestDoesNotFit,

    /// <summary>It takes longer than it was to take.</summary>
    TakesLonger,

    /// <summary>What it was allowed on is no longer so.</summary>
    GoLapsed,
}

/// <summary>A warning and when it is due.</summary>
/// <param name="Kind">Of what; for <see cref="RunningWarningKind.GoLapsed"/> each check warns once.</param>
/// <param name="At">When to send it: at once where it lies in the past.</param>
/// <param name="Text">What to do, with times of the site.</param>
/// <param name="Check">The id of the check that lapsed, or null.</param>
public sealed record RunningWarning(RunningWarningKind Kind, Instant At, Text Text, string? Check = null);
