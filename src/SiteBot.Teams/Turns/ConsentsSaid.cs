using SiteBot.Approvals;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Asks for the consents that a visit's operation needs, and tells the engineer whom it went to.</summary>
internal static class ConsentsSaid
{
    /// <summary>Asks for what is missing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit, as this turn knows it.</param>
    /// <param name="quietly">Nobody asked for it: says nothing where nothing could be asked yet.</param>
    public static void Ask(Turn turn, Visit visit, bool quietly)
    {
        var (decided, notices) = quietly
            ? AskConsents.ByItself(visit, turn.Person.Id, turn.Now, turn.Workplace, ShortId.New(4))
            : AskConsents.Decide(visit, turn.Person.Id, turn.Now, turn.Workplace, ShortId.New(4));
        var refusal = turn.Tell(visit, decided);
        if (refusal is not null)
        {
            turn.Refuse(refusal);
            return;
        }

        if (!decided.Events.IsEmpty || !quietly)
        {
            turn.Say(ConsentStatusCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Now, turn.Language));
        }

        foreach (var notice in notices)
        {
            turn.SayText(notice.Sentence.In(turn.Language));
        }
    }

    /// <summary>After a plan was changed: says which consents it voids and why, and asks for them anew.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The visit with its former plan.</param>
    /// <param name="after">The visit with its new plan.</param>
    public static void AfterChange(Turn turn, Visit before, Visit after)
    {
        foreach (var voided in VoidedConsents.Of(before, after.Plan, turn.Workplace))
        {
            turn.SayText(voided.Sentence.In(turn.Language));
        }

        Ask(turn, after, quietly: true);
    }
}
