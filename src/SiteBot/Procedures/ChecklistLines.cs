using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Gate.Checks;
using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>Finds where each line stands.</summary>
internal static class ChecklistLines
{
    /// <param name="setting">The visit.</param>
    /// <param name="conditions">How it stands now.</param>
    /// <param name="step">The line's step.</param>
    /// <param name="number">The line's number, from 1.</param>
    public static ChecklistLine Of(VisitSetting setting, ConditionContext conditions, Step step, int number)
    {
        var record = setting.Visit.Steps.GetValueOrDefault(step.Id);
        var lapsed = record is { Outcome: StepOutcome.Done } && step.Gives == "escort" && IsOldEscort(setting, record);
        return new ChecklistLine(
            number,
            step,
            StateOf(step, record, lapsed, conditions),
            record,
            setting.OwnersNow(step.Who),
            step.Who.Role() is null,
            lapsed,
            step.Evidence == Evidence.Photo && conditions.PhotoAllowed);
    }

    // What was told counts, also where the conditions have changed since.
    private static LineState StateOf(Step step, StepRecord? record, bool lapsed, ConditionContext conditions) => (record?.Outcome, step) switch
    {
        (_, { AsNeeded: true }) => LineState.AsNeeded,
        (StepOutcome.DoesNotApply, _) => LineState.DoesNotApply,
        (StepOutcome.Done, _) when !lapsed => LineState.Done,
        (StepOutcome.Failed, { MayBeNo: true }) => LineState.AnsweredNo,
        _ when !step.AppliesIn(conditions) => LineState.NotOwed,
        (StepOutcome.Failed, _) => LineState.Failed,
        _ => LineState.Open,
    };

    // Only who is still to operate, or is at it, needs a fresh name: after the operation the old one is history.
    private static bool IsOldEscort(VisitSetting setting, StepRecord record)
    {
        var visit = setting.Visit;
        var since = record.MomentOf("at");
        return visit.IsOnSite && setting.Now - since > Escort.Holds
            && (visit.Running is not null || !visit.Operations.Any(run => run.EndedAt >= since));
    }
}
