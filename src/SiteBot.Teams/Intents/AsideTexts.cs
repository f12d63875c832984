using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>What engineers say beside the checklist: "go on", "I will be late", "the customer asks …".</summary>
internal static class AsideTexts
{
    /// <summary>Does what it says.</summary>
    /// <returns>False where the message is none of it.</returns>
    public static bool Tell(Turn turn, Understood understood)
    {
        if (turn.Focus is not { } visit)
        {
            return false;
        }

        if (understood.QuotesCustomer)
        {
            Note(turn, visit);
            return true;
        }

        if (understood.TellsOfLateness && turn.ProcedureOf(visit).Steps.FirstOrDefault(step => step.Marks == Mark.Arrived) is { } arrive
            && turn.ChecklistOf(visit).Find(arrive.Id) is { IsOpen: true } line)
        {
            // The step of arriving holds the press that phones ahead and moves the appointment (6.3-2, 5.1-2).
            turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
            return true;
        }

        turn.WantsNext = understood.IsOnward && turn.Walks(visit);
        turn.Interrupted = turn.WantsNext && turn.Talk.Asked is not null;
        return turn.WantsNext;
    }

    private static void Note(Turn turn, Visit visit)
    {
        var decided = NoteQuestion.Decide(visit, new PrivateText(turn.Incoming.Text), null, turn.Workplace, turn.Now, turn.Person.Id);
        if (turn.Tell(visit, decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        turn.Say(QuestionsCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Now, turn.Language));
    }
}
