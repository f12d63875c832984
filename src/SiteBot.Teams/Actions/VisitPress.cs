using NodaTime;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>A button that lets one verb of the domain decide about the visit that its card names, and then shows what became of it.</summary>
internal static class VisitPress
{
    /// <summary>The handler of such a button.</summary>
    /// <param name="decide">The domain's verb.</param>
    /// <param name="say">What is said where the facts were told.</param>
    public static ActionHandler Of(Func<Turn, CardInput, Visit, Decided> decide, Action<Turn, CardInput, Visit> say) => (turn, card, _) =>
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            Tell(turn, card, visit, decide(turn, card, visit), say);
        }

        return ValueTask.CompletedTask;
    };

    /// <summary>Tells the facts, or says why not.</summary>
    public static void Tell(Turn turn, CardInput card, Visit visit, Decided decided, Action<Turn, CardInput, Visit> say)
    {
        if (turn.Tell(visit, decided) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        say(turn, card, turn.Visit(visit.Id)!);
    }

    /// <summary>Shows where the visit stands, and asks on.</summary>
    public static void ShowStatus(Turn turn, CardInput card, Visit visit)
    {
        turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
        turn.WantsNext = turn.Walks(visit) && turn.Focus?.Id == visit.Id && turn.Talk.Asked is not null;
    }

    /// <summary>A moment typed as date and time at the visit's site; null where it is none.</summary>
    public static Instant? Moment(Turn turn, Visit visit, string? date, string? time) =>
        turn.Workplace.Directory.FindSite(visit.Site) is { } site ? SiteMoment.Read(site.Zone, date, time) : null;
}
