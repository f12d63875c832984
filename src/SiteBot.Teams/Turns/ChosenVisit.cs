using SiteBot.Oversight;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Finds the visit that a message or a press is about; where none or several may be meant, says so.</summary>
internal static class ChosenVisit
{
    private static readonly Text Gone = new("找不到这次现场服务，可能已经结束。", "I cannot find that visit; it may be over.");

    /// <summary>The visit that a message is about: the one worked on here, else the only open one.</summary>
    /// <returns>Null where it was asked back, or said that there is none.</returns>
    public static Visit? Of(Turn turn)
    {
        if (turn.Focus is { } visit)
        {
            return Readable(turn, visit);
        }

        turn.Say(turn.Mine.IsEmpty
            ? NoVisitCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, turn.Language)
            : VisitChoiceCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Mine, turn.Incoming.Text, turn.Now, turn.Language));
        return null;
    }

    /// <summary>The visit that a pressed card names. Whether this person may read it, is asked here; whether they may act for it, the verb asks.</summary>
    /// <returns>Null where there is none or it is not theirs to read; that was said.</returns>
    public static Visit? Of(Turn turn, CardInput card)
    {
        if (card["visit"] is { } id && turn.Visit(id) is { } visit)
        {
            return Readable(turn, visit);
        }

        turn.Tell(Gone);
        return null;
    }

    // An id is no right: whoever learned one is told whom to ask, whatever the button.
    private static Visit? Readable(Turn turn, Visit visit)
    {
        if (ReadingRights.ToRead(visit, turn.Person.Id, turn.Alarms, turn.Workplace, turn.Now) is not { } refusal)
        {
            return visit;
        }

        turn.Refuse(refusal);
        return null;
    }
}
