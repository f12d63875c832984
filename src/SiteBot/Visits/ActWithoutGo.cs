using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Reality against the gate: somebody acts, or has acted, without a go or on a yes by telephone. It is recorded as done without a go, the head of the regional
/// office hears at once, and a yes that was only said never passes as a written one.</summary>
public static class ActWithoutGo
{
    /// <summary>Decides. The gate is asked once more, so that the record holds what stood against it.</summary>
    /// <param name="asking">Who acted in which operation.</param>
    /// <param name="decision">The id of the decision that stood against it; null takes the one that is made now.</param>
    /// <param name="saidBy">Who said yes, or null where nobody did.</param>
    /// <param name="why">Why; asked for where it is missing.</param>
    /// <param name="startedAt">When it was begun, where that is told late; null for now.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="others">Other open visits, for conflicts.</param>
    public static OperationBegun Decide(
        GateAsking asking, string? decision, PrivateText? saidBy, PrivateText? why, Instant? startedAt, Workplace workplace, IEnumerable<Visit> others)
    {
        if (OperationRights.ToBegin(asking.Visit, asking.By, workplace, asking.Now) is { } refusal)
        {
            return new OperationBegun(null, refusal);
        }

        if (why is null)
        {
            return new OperationBegun(null, Decided.Refused(
                "without-go-why", "请写明为什么没有放行就操作，以及谁说可以；会原样记录并马上告知办事处负责人。",
                "Write why you act without a go, and who said yes; it is recorded as it is, and the head of the regional office hears at once."));
        }

        var reply = AskGate.Decide(asking with { Moment = null }, workplace, others);
        if (reply.Answer is not { } answer)
        {
            return new OperationBegun(reply, reply.Refusal is { } no ? no : new Refusal("gate-question", reply.Question!.Value.Sentence()));
        }

        return new OperationBegun(reply, Decided.Facts(new VisitEvent.DoneWithoutGo(answer.Kind.Name(), decision ?? answer.Id, saidBy, why)).At(startedAt));
    }
}
