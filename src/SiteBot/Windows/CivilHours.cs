using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Windows;

/// <summary>When people at a site may be reminded: from the first time, inclusive, to the second, exclusive, of each local day, by the site's clock.
/// On a day on which the clock skips all of it there are none.</summary>
public sealed class CivilHours(SiteClock clock, DayWindow hours)
{
    // A reminder that comes at the end of the day comes this long before it.
    private static readonly Duration BeforeTheEnd = Duration.FromMinutes(30);

    /// <summary>True where <paramref name="instant"/> lies inside.</summary>
    public bool Hold(Instant instant) => Day(clock.DateOf(instant)) is var (from, to) && from <= instant && instant < to;

    /// <summary>The first civil moment that is not before <paramref name="instant"/>.</summary>
    public Instant NotBefore(Instant instant)
    {
        for (var date = clock.DateOf(instant); ; date = date.PlusDays(1))
        {
            var (from, to) = Day(date);
            if (instant < to && from < to)
            {
                return Instant.Max(instant, from);
            }
        }
    }

    /// <summary><paramref name="instant"/> where it is civil; else half an hour before the end of the civil hours before it.</summary>
    public Instant NotAfter(Instant instant)
    {
        for (var date = clock.DateOf(instant); ; date = date.PlusDays(-1))
        {
            var (from, to) = Day(date);
            if (from <= instant && from < to)
            {
                return instant < to ? instant : LateOn(date);
            }
        }
    }

    /// <summary>The first civil moment of a date, or of the date after it that has one.</summary>
    public Instant MorningOf(LocalDate date) => NotBefore(Day(date).From);

    /// <summary>Half an hour before the end of a date's civil hours, or their beginning where they are shorter.</summary>
    public Instant LateOn(LocalDate date)
    {
        var (from, to) = Day(date);
        return from < to ? Instant.Max(from, to - BeforeTheEnd) : NotBefore(from);
    }

    private (Instant From, Instant To) Day(LocalDate date) => (clock.At(date, hours.From), clock.At(date, hours.To));
}
