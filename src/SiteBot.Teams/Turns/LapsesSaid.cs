using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Who takes a check of the running operation's go away by what they tell, and stands at the equipment, hears it at once; anybody else's telling reaches them as a message.</summary>
internal static class LapsesSaid
{
    /// <summary>Says what the turn's facts took away.</summary>
    public static void In(Turn turn)
    {
        foreach (var change in turn.Changes.Where(change => change.HasFacts && Turn.Same(change.After.Lead, turn.Person.Id)).ToList())
        {
            foreach (var lapse in GoLapses.Of(change, turn.Workplace, turn.Now))
            {
                turn.SayBeside(TextCard.Draw(turn.Tools.Deck, turn.Workplace, Tone.Attention, lapse.Text, [], turn.Language));
            }
        }
    }
}
