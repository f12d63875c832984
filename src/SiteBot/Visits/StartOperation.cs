using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Gate.Asking;

namespace SiteBot.Visits;

/// <summary>What beginning an operation came to.</summary>
/// <param name="Reply">What the gate said; its decision is to be kept, go or not. Null where it was not asked.</param>
/// <param name="Decided">The fact of the start, or why not.</param>
public readonly record struct OperationBegun(GateReply? Reply, Decided Decided);

/// <summary>The operation begins: the gate decides again, now. A go of ten minutes ago opens nothing.</summary>
public static class StartOperation
{
    /// <summary>Decides, and starts where it is a go. One operation runs at a time.</summary>
    /// <param name="asking">Who starts what; for now, whatever moment it names.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="others">Other open visits, for conflicts.</param>
    public static OperationBegun Decide(GateAsking asking, Workplace workplace, IEnumerable<Visit> others)
    {
        var visit = asking.Visit;
        if (OperationRights.ToBegin(visit, asking.By, workplace, asking.Now) is { } refusal)
        {
            return new OperationBegun(null, refusal);
        }

        var reply = AskGate.Decide(asking with { Moment = null }, workplace, others);
        if (reply.Answer is not { } answer)
        {
            return new OperationBegun(reply, reply.Refusal is { } no ? no : new Refusal("gate-question", reply.Question!.Value.Sentence()));
        }

        if (answer.Kind is OperationKind.LeaveSite)
        {
            return new OperationBegun(reply, Decided.Refused("not-an-operation", "离开现场请说“我要走了”，不用开始操作。", "To leave the site say \"I am leaving\"; nothing is begun."));
        }

        if (answer.Verdict.Kind != VerdictKind.Go)
        {
            return new OperationBegun(reply, new Refusal("no-go", new Text(
                $"先不要开始。{answer.Verdict.Advice.Zh}", $"Do not begin. {answer.Verdict.Advice.En}")));
        }

        return new OperationBegun(reply, Decided.Facts(new VisitEvent.OperationStarted(answer.Kind.Name(), answer.Id, answer.Verdict.RollBackBy, EndBy(visit, answer))));
    }

    // The first end of all that limit it; where nothing does, that of the planned window.
    private static Instant? EndBy(Visit visit, GateAnswer answer) =>
        answer.Verdict.StartBy + Duration.FromMinutes(answer.Facts.Operation.DurationMinutes ?? 0)
        ?? (visit.Plan.To > answer.Moment ? visit.Plan.To : null);
}

/// <summary>Who may begin and end an operation, and when.</summary>
internal static class OperationRights
{
    public static Refusal? ToBegin(Visit visit, string by, Workplace workplace, Instant now) =>
        RightTo.Act(visit, by, workplace, now) is { } stranger ? stranger
        : !visit.IsOpen ? AskGate.Ended
        : visit.Running is { } run ? Running(visit, run, workplace, now)
        : null;

    private static Refusal Running(Visit visit, OperationRun run, Workplace workplace, Instant now)
    {
        var since = Windows.SiteTimeText.Say(ConsentStory.ClockOf(visit, workplace, now), run.StartedAt, now);
        var name = NameOf(run.Operation, workplace);
        return new Refusal("operation-running", new Text(
            $"请先报告结果（完成、回退或失败）：{name.Zh}从 {since} 起正在进行。",
            $"Tell first how it ended (done, rolled back or failed): the {name.En} has been running since {since}."));
    }

    public static Text NameOf(string operation, Workplace workplace) =>
        Wire.Read<OperationKind>(operation) is { } kind ? workplace.Gate.For(kind).Name : Text.Same(operation);
}
