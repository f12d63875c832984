using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>The operation and leaving in a turn, whether pressed or typed: the gate decides again, what it decided is kept, and what came of it is shown.</summary>
internal static class OperationSaid
{
    /// <summary>Begins, or says all that stands in the way.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="operation">Which operation, or null for the plan's.</param>
    /// <param name="decide">The domain's verb, given the question for the gate and the other visits.</param>
    public static async ValueTask Begin(Turn turn, Visit visit, OperationKind? operation, Func<GateAsking, IEnumerable<Visit>, OperationBegun> decide)
    {
        await turn.ReadMore([], VisitLabels.NightsOf(visit, Asked.Dependents(turn, visit))).ConfigureAwait(false);
        var begun = decide(new GateAsking(visit, operation, null, turn.Now, turn.Person.Id, ShortId.New()), turn.Visits);
        if (begun.Reply?.Answer is { } answer)
        {
            turn.Keep(answer.Write, answer.Texts);
        }

        if (turn.Tell(visit, begun.Decided) is { } refusal)
        {
            // A no is shown with all that stands in the way, not as a sentence alone.
            if (begun.Reply?.Answer is { Verdict.Kind: not VerdictKind.Go } no)
            {
                turn.Say(VerdictCard.Draw(turn.Tools.Deck, turn.Workplace, visit, no, turn.Person.Id, turn.ChecklistOf(visit), turn.Now, turn.Language));
            }
            else
            {
                turn.Refuse(refusal);
            }

            return;
        }

        turn.Say(OperationCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Now, turn.Language));
    }

    /// <summary>Shows how the operation ended, and asks on.</summary>
    public static void Ended(Turn turn, Visit visit)
    {
        turn.Say(OperationCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
        turn.WantsNext = turn.Walks(visit);
    }

    /// <summary>Leaves the site, or says what is in the way.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="how">How, or null where it was not said.</param>
    /// <param name="watchedBy">Who takes over or watches, by id, or null.</param>
    public static async ValueTask Leave(Turn turn, Visit visit, LeavingMode? how, string? watchedBy)
    {
        var reply = await Asked.Decide(turn, visit, OperationKind.LeaveSite, how: how, watchedBy: watchedBy).ConfigureAwait(false);
        if (reply.Answer is not { } answer || how is not { } mode)
        {
            turn.Tell(reply.Refusal?.Sentence ?? (reply.Question ?? GateQuestion.HowLeaving).Sentence());
            return;
        }

        turn.Keep(answer.Write, answer.Texts);
        var decided = LeaveSite.Decide(visit, mode, answer.WatchedBy, answer.Verdict, answer.Id, turn.Workplace, turn.Now, turn.Person.Id);
        if (turn.Tell(visit, decided) is { } refusal)
        {
            if (answer.Verdict.Kind != VerdictKind.Go)
            {
                turn.Say(VerdictCard.Draw(turn.Tools.Deck, turn.Workplace, visit, answer, turn.Person.Id, turn.ChecklistOf(visit), turn.Now, turn.Language));
            }

            turn.Refuse(refusal);
            return;
        }

        var after = turn.Visit(visit.Id)!;
        turn.Say(LedgerCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language));
        turn.WantsNext = mode == LeavingMode.ForGood && turn.Walks(after);
    }
}
