using SiteBot.Reading;

namespace SiteBot.Procedures;

/// <summary>A condition that files may name. There is no other way to say "when" in a file.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Holds">What it asks of a visit.</param>
public sealed record Condition(string Name, Func<ConditionContext, bool> Holds)
{
    /// <summary>Every condition there is.</summary>
    public static WordList<Condition> All { get; } = List(
        new("contractor", visit => visit.IsContractor),
        new("by_support_centre", visit => visit.BySupportCentre),
        new("major", visit => visit.Major),
        new("live", visit => visit.Live),
        new("restoring", visit => visit.Restoring),
        new("handles_hardware", visit => visit.HandlesHardware),
        new("tool_changed", visit => visit.ToolChanged),
        new("not_sure", visit => visit.EngineerIsSure is not true),
        new("changes_something", visit => visit.ChangesSomething),
        new("photo_allowed", visit => visit.PhotoAllowed),
        new("online_allowed", visit => visit.OnlineAllowed),
        new("training_took_place", visit => visit.TrainingTookPlace),
        new("cutover_took_place", visit => visit.CutoverTookPlace),
        new("version_problem", visit => visit.VersionProblem),
        new("works_stopped", visit => visit.WorksStopped),
        new("over_a_week", visit => visit.OverAWeek),
        new("questions_open", visit => visit.QuestionsOpen));

    /// <summary>Conditions are the same where their names are.</summary>
    public bool Equals(Condition? other) => other?.Name == Name;

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private static WordList<Condition> List(params Condition[] conditions) => new([.. conditions.Select(condition => (condition.Name, condition))]);
}
