using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Procedures;

namespace SiteBot.Visits.Short;

/// <summary>What a short text tells of the checklist.</summary>
/// <param name="Lines">The lines meant; several only where they were named by number.</param>
/// <param name="Telling">For one line what is told; its outcome is that of all lines.</param>
public sealed record ShortTelling(ImmutableArray<ChecklistLine> Lines, StepTelling Telling)
{
    /// <summary>Decides what it tells, as a card would.</summary>
    public SeveralTold Decide(Visit visit, Workplace workplace, Instant now, string by)
    {
        if (Lines is not [var line])
        {
            return TellSteps.Decide(visit, Lines.Select(one => one.Number), Telling.Outcome, workplace, now, by, Telling.HappenedAt);
        }

        var decided = Telling.Outcome == StepOutcome.DoesNotApply
            ? SkipStep.Decide(visit, line.Step.Id, PrivateText.Of(Telling.Told(StepTelling.Reason)), workplace, now, by)
            : TellStep.Decide(visit, Telling, workplace, now, by);
        return decided.Refusal is not { } refusal ? new SeveralTold(decided, [line], [], [])
            : refusal.Code == "step-needs" ? new SeveralTold(decided, [], [(line, StepNeeds.Of(line, Telling, workplace.Standard))], [])
            : new SeveralTold(decided, [], [], [(line, refusal)]);
    }
}
