using NodaTime;

namespace SiteBot.Windows;

/// <summary>A bare "2 am" is the next such moment at the site.</summary>
public static class NextMoment
{
    /// <summary>The first moment not before <paramref name="now"/> at which the site's clock shows <paramref name="time"/>: today's, or tomorrow's where that has passed.
    /// A time that the clock skips means the moment of the change; one that occurs twice means its first occurrence.</summary>
    /// <param name="time">The local time.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="now">Business time.</param>
    public static Instant Of(LocalTime time, DateTimeZone zone, Instant now)
    {
        var clock = new SiteClock(zone, now);
        for (var date = clock.DateOf(now); ; date = date.PlusDays(1))
        {
            if (clock.At(date, time) is var at && at >= now)
            {
                return at;
            }
        }
    }
}
