using NodaTime;
using NodaTime.Text;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Turns;

/// <summary>A time as it is typed on a card, "23:10", at the site: the last such moment for what was done, the next for what lies ahead.</summary>
internal static class ToldTime
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The moment as an ISO instant, as the domain takes it; what is no time of day stays as it was typed, and the domain says what is wrong with it.</summary>
    public static string Read(Turn turn, Visit visit, string typed, bool ahead) =>
        turn.Workplace.Directory.FindSite(visit.Site) is { } site ? Read(typed, site.Zone, turn.Now, ahead) : typed;

    /// <summary>The same for a place of which only the zone is known.</summary>
    public static string Read(string typed, DateTimeZone zone, Instant now, bool ahead) => Pattern.Parse(typed.Trim()) is { Success: true } time
        ? InstantPattern.ExtendedIso.Format(ahead ? NextMoment.Of(time.Value, zone, now) : Last(time.Value, zone, now))
        : typed;

    private static Instant Last(LocalTime time, DateTimeZone zone, Instant now)
    {
        var clock = new SiteClock(zone, now);
        for (var date = clock.DateOf(now); ; date = date.PlusDays(-1))
        {
            if (clock.At(date, time) is var at && at <= now)
            {
                return at;
            }
        }
    }
}
