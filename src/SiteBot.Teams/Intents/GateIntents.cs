using NodaTime;
using SiteBot.Gate;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Intents;

/// <summary>"Can I upgrade now?", "what about 2 am?", "may I go?".</summary>
internal static class GateIntents
{
    /// <summary>Decides for now, or for the next such moment at the site where a time is named.</summary>
    public static async ValueTask CanINow(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is { } visit)
        {
            await Asked.Gate(turn, visit, understood.Operation, Moment(turn, visit, understood.When), watchedBy: turn.Watcher).ConfigureAwait(false);
        }
    }

    private static Instant? Moment(Turn turn, Visit visit, LocalTime? when) =>
        when is { } time && turn.Workplace.Directory.FindSite(visit.Site) is { } site ? NextMoment.Of(time, site.Zone, turn.Now) : null;
}
