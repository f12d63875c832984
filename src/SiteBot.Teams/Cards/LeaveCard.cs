using NodaTime;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>How do you leave: back tomorrow, handed over, or for good? With what still stands in the way.</summary>
internal static class LeaveCard
{
    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="watcher">Who was named to take over or watch, or null.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language, string? watcher = null)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("leave.title");

        // What comes after leaving (the follow-up, the report) holds nobody at the site.
        var phases = Checklist.Of(visit, workplace, now).Phases;
        var leaving = phases.FirstOrDefault(phase => phase.Phase.Gate?.Operation == "leave_site");
        var guards = phases.Take(leaving is null ? phases.Length : phases.IndexOf(leaving) + 1).SelectMany(phase => phase.Guards).DistinctBy(guard => guard.Provision).Take(5);
        return pen.Draw("leave", Pen.Dotted(title, pen.About(visit)), data => data
            .Head(Tone.Calm, title, pen.About(visit))
            .Lines("lines", [pen.Word("leave.hint"), .. guards.Select(guard => pen.Say(guard.Why))])
            .Facts()
            .Inputs([Colleagues.OfOffice(pen, "f_to", pen.Word("label.takes_over"), visit.Office, visit.Lead).Chosen(watcher) with { Error = null }])
            .Presses(Presses(pen, visit)));
    }

    private static IEnumerable<CardButton> Presses(Pen pen, Visit visit)
    {
        foreach (var how in Enum.GetValues<LeavingMode>())
        {
            yield return new CardButton(pen.Word($"press.leave.{CardWords.Of(how)}"), CardVerbs.Leave, ("visit", visit.Id), ("how", CardWords.Of(how)))
            {
                Style = how == LeavingMode.ForTheNight ? ButtonStyle.Positive : ButtonStyle.Default,
            };
        }
    }
}
