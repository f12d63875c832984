using System.Collections.Immutable;
using NodaTime;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>What became of several steps told at once.</summary>
/// <param name="Decided">The facts of those that could be told; refused where none could.</param>
/// <param name="Told">The lines that were told.</param>
/// <param name="StillNeed">The lines that ask for more than a word, with what they ask for.</param>
/// <param name="Refused">The lines that were refused, with the reason.</param>
public sealed record SeveralTold(
    Decided Decided, ImmutableArray<ChecklistLine> Told, ImmutableArray<(ChecklistLine Line, ImmutableArray<StepNeed> Needs)> StillNeed,
    ImmutableArray<(ChecklistLine Line, Refusal Refusal)> Refused);

/// <summary>Tells several steps by their numbers: "1 3 5 done".</summary>
public static class TellSteps
{
    /// <summary>Decides. A number that no line has refuses all of it; what needs values is named and the others are told.</summary>
    public static SeveralTold Decide(
        Visit visit, IEnumerable<int> numbers, StepOutcome outcome, Workplace workplace, Instant now, string by, Instant? happenedAt = null)
    {
        var checklist = Checklist.Of(visit, workplace, now);
        var wanted = numbers.Distinct().ToList();
        var last = checklist.Lines.Count();
        if (wanted.Count == 0 || wanted.Exists(number => checklist.Find(number) is null))
        {
            return new SeveralTold(
                Decided.Refused("step-number", $"请写清单里的编号：1 到 {last}。", $"Write numbers of the checklist: 1 to {last}."), [], [], []);
        }

        var change = VisitChange.Of(visit);
        var told = ImmutableArray.CreateBuilder<ChecklistLine>();
        var needing = ImmutableArray.CreateBuilder<(ChecklistLine, ImmutableArray<StepNeed>)>();
        var refused = ImmutableArray.CreateBuilder<(ChecklistLine, Refusal)>();
        foreach (var line in wanted.Select(number => checklist.Find(number)!))
        {
            var telling = new StepTelling(line.Step.Id) { Outcome = outcome, HappenedAt = happenedAt };
            var decided = TellStep.Decide(change.After, telling, workplace, now, by);
            if (decided.Refusal is not { } refusal)
            {
                told.Add(line);
                change = change.Tell(decided, now, by);
            }
            else if (refusal.Code == "step-needs")
            {
                needing.Add((line, StepNeeds.Of(line, telling, workplace.Standard)));
            }
            else
            {
                refused.Add((line, refusal));
            }
        }

        return new SeveralTold(Answer(change, happenedAt, needing, refused), told.ToImmutable(), needing.ToImmutable(), refused.ToImmutable());
    }

    private static Decided Answer(
        VisitChange change, Instant? happenedAt, IReadOnlyList<(ChecklistLine Line, ImmutableArray<StepNeed> Needs)> needing,
        IReadOnlyList<(ChecklistLine Line, Refusal Refusal)> refused) =>
        change.HasFacts || (needing.Count == 0 && refused.Count == 0) ? Decided.Facts([.. change.Facts.Select(fact => fact.Event)]).At(happenedAt)
        : refused.Count > 0 ? refused[0].Refusal
        : Decided.Refused(
            "step-needs",
            $"请补上：{string.Join("；", needing.Select(one => $"{one.Line.Number} {string.Join("、", one.Needs.Select(need => need.Label.Zh))}"))}。",
            $"Tell me also: {string.Join("; ", needing.Select(one => $"{one.Line.Number} {string.Join(", ", one.Needs.Select(need => need.Label.En))}"))}.");
}
