using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>What is said after somebody told a step: why not, or that it is on record, and then what comes next.</summary>
internal static class StepTold
{
    /// <summary>Tells the facts of one step and says what came of it.</summary>
    public static void Say(Turn turn, Visit visit, ChecklistLine line, Decided decided)
    {
        if (turn.Tell(visit, decided) is { } refusal)
        {
            turn.Refuse(refusal);
            if (refusal.Code == "correction-reason" && turn.Incoming.Card is null)
            {
                turn.SayBeside(StepCard.Draw(turn.Tools.Deck, turn.Workplace, visit, line, turn.Now, turn.Language));
            }

            return;
        }

        var after = turn.Visit(visit.Id)!;
        if (turn.Walks(after))
        {
            turn.FocusOn(after);
            turn.WantsNext = true;
            turn.Told(after, line, decided.Events.IsEmpty);
            return;
        }

        turn.Say(StepCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.ChecklistOf(after).Find(line.Step.Id)!, turn.Now, turn.Language));
    }
}
