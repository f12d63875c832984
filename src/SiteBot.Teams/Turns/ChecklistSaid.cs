using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>"Show my checklist": as a card, or as text for weak networks.</summary>
internal static class ChecklistSaid
{
    /// <summary>Says it.</summary>
    public static void Say(Turn turn, Visit visit, bool asText)
    {
        if (asText)
        {
            turn.SayText(ChecklistText.Write(visit, turn.ChecklistOf(visit), turn.Workplace, turn.Language));
        }
        else
        {
            turn.Say(ChecklistCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.ChecklistOf(visit), turn.Now, turn.Language));
        }
    }
}
