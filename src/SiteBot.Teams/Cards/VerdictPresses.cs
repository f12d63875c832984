using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What to press after the gate's answer: to begin, or what clears most of what stands in the way.</summary>
internal static class VerdictPresses
{
    private const int MostSteps = 3;

    public static IEnumerable<CardButton> Of(Pen pen, Visit visit, GateAnswer shown, string reader, Checklist checklist)
    {
        var operation = shown.Asked.Name();
        var again = new CardButton(pen.Word("press.gate.again"), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", operation));
        if (!visit.IsOpen || !string.Equals(visit.Lead, reader, StringComparison.OrdinalIgnoreCase))
        {
            return [again];
        }

        if (shown.Verdict.Kind == VerdictKind.Go)
        {
            return shown.IsAhead ? [again] : [.. Begin(pen, visit, shown), again];
        }

        List<CardButton> presses = [.. Clearing(pen, visit, shown.Verdict, checklist), again];
        presses[0] = presses[0] with { Style = ButtonStyle.Positive };
        return presses;
    }

    /// <summary>Reality against the answer, told by who stands at the equipment: it is recorded as it is, and the head of the regional office hears at once.</summary>
    public static IEnumerable<CardQuestion> WithoutGo(Pen pen, Visit visit, GateAnswer shown, string reader)
    {
        if (shown.Verdict.Kind != VerdictKind.Go && !shown.IsAhead && visit is { IsOpen: true, IsOnSite: true, Running: null }
            && shown.Kind is not (OperationKind.LeaveSite or OperationKind.RemovableMedia) && string.Equals(visit.Lead, reader, StringComparison.OrdinalIgnoreCase))
        {
            yield return new CardQuestion(
                pen.Word("press.without_go"),
                new CardButton(pen.Word("press.without_go.confirm"), CardVerbs.OperationWithoutGo, ("visit", visit.Id), ("operation", shown.Kind.Name()), ("shelf", Shelf(shown)), ("decision", shown.Id)) { Style = ButtonStyle.Destructive },
                new CardField("f_said_by", InputKind.Line, pen.Word("label.said_by")),
                new CardField("f_why", InputKind.Paragraph, pen.Word("label.why")) { Error = pen.Word("error.reason") });
        }
    }

    private static IEnumerable<CardButton> Begin(Pen pen, Visit visit, GateAnswer shown)
    {
        switch (shown.Kind)
        {
            case OperationKind.LeaveSite:
                yield return new CardButton(pen.Word($"press.leave.{CardWords.Of(shown.Leaving ?? LeavingMode.ForGood)}"), CardVerbs.Leave, ("visit", visit.Id), ("how", CardWords.Of(shown.Leaving ?? LeavingMode.ForGood)), ("f_to", shown.WatchedBy)) { Style = ButtonStyle.Positive };
                break;
            case OperationKind.RemovableMedia or OperationKind.StartWorks:
                break;

            // A mere look is begun and ended only where the visit is for it.
            case OperationKind.ReadOnly when visit.Plan.Operation != OperationKind.ReadOnly.Name():
                break;
            default:
                yield return new CardButton(pen.Word("press.start"), CardVerbs.OperationStart, ("visit", visit.Id), ("operation", shown.Kind.Name()), ("shelf", Shelf(shown))) { Style = ButtonStyle.Positive };
                break;
        }
    }

    // What was asked back before the answer, whether the shelf is in service, is not asked again.
    private static string? Shelf(GateAnswer shown) => shown.Kind == OperationKind.PowerOn ? "no" : null;

    // Others need the longest to answer: they are asked first. Where nothing but time is in the way, the visit goes on meanwhile.
    private static IEnumerable<CardButton> Clearing(Pen pen, Visit visit, Verdict verdict, Checklist checklist)
    {
        var missing = verdict.InTheWay.Where(check => check.FixedBy is not FixedBy.Time).ToList();
        var other = missing.Any(check => check.Id is "own_equipment" or "version_released");
        if (verdict.Kind == VerdictKind.Never && other)
        {
            // What nobody can allow, nobody is asked for: only another plan helps.
            yield return ChangePlan(pen, visit);
            yield break;
        }

        var consents = missing.Where(check => VerdictConsents.RoleOf(check.Id) is not null).ToList();
        if (consents.Any(check => VerdictConsents.Waiting(visit, check.Id) is null))
        {
            yield return new CardButton(pen.Word("press.consents"), CardVerbs.ConsentAsk, ("visit", visit.Id));
        }

        var procedure = pen.Workplace.Procedures.Of(visit.Service, visit.Procedure);
        var steps = missing.Select(check => procedure.Steps.FirstOrDefault(step => step.Gives == check.Id || step.Provisions.Contains(check.Id)))
            .OfType<Step>().SelectMany(step => Reached(checklist, step)).DistinctBy(step => step.Id).ToList();
        if (missing.Count == 0 && visit.Running is null && checklist.Next is { } next)
        {
            steps.Add(next.Step);
        }

        foreach (var step in steps.Take(MostSteps))
        {
            yield return new CardButton(pen.Word("press.step", ("number", $"{checklist.Find(step.Id)!.Number}"), ("step", pen.Say(step.Title))), CardVerbs.StepShow, ("visit", visit.Id), ("step", step.Id));
        }

        if (consents.Any(check => VerdictConsents.Waiting(visit, check.Id) is not null))
        {
            yield return new CardButton(pen.Word("press.consents.stand"), CardVerbs.ConsentAsk, ("visit", visit.Id));
        }

        if (steps.Count > MostSteps)
        {
            yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id));
        }
        else if (other || WantsAnotherPlan(visit, verdict))
        {
            yield return ChangePlan(pen, visit);
        }
    }

    private static CardButton ChangePlan(Pen pen, Visit visit) => new(pen.Word("press.plan"), CardVerbs.PlanForm, ("visit", visit.Id));

    // A line behind a guard cannot be told: what meets the guard comes first.
    private static IEnumerable<Step> Reached(Checklist checklist, Step step) =>
        checklist.GuardedAgainst(step.Id)?.Guards.SelectMany(guard => guard.Lines).Where(line => line.IsOpen).Select(line => line.Step).ToList() is { Count: > 0 } first ? first : [step];

    // Waiting needs no other plan; a moment that the plan does not hold does. Changing a plan voids the consents in hand.
    private static bool WantsAnotherPlan(Visit visit, Verdict verdict) =>
        verdict.NoOpening
        || (verdict.InTheWay.Any(check => check.FixedBy == FixedBy.Time) && !(verdict.Earliest is { } from && (visit.Plan.From is not { } begins || from >= begins) && (visit.Plan.To is not { } ends || from < ends)));
}
