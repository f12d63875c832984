using NodaTime;
using NodaTime.Text;
using SiteBot.Windows;

namespace SiteBot.Teams.Turns;

/// <summary>A date and a time of day as a card's inputs give them, at a site.</summary>
internal static class SiteMoment
{
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The moment; null where either is missing or none.</summary>
    public static Instant? Read(DateTimeZone zone, string? date, string? time) =>
        date is not null && time is not null && Date.Parse(date) is { Success: true } day && Time.Parse(time) is { Success: true } hour
            ? At(zone, day.Value, hour.Value)
            : null;

    /// <summary>A window that is typed as a date and two times: where the end is not after the start, it lies on the next day.</summary>
    public static (Instant? From, Instant? To) Window(DateTimeZone zone, string? date, string? from, string? to)
    {
        var begins = Read(zone, date, from);
        var ends = Read(zone, date, to);
        return begins is { } start && ends is { } end && end <= start && Date.Parse(date!) is { Success: true } day && Time.Parse(to!) is { Success: true } hour
            ? (start, At(zone, day.Value.PlusDays(1), hour.Value))
            : (begins, ends);
    }

    private static Instant At(DateTimeZone zone, LocalDate date, LocalTime time) => new SiteClock(zone, date.AtStartOfDayInZone(zone).ToInstant()).At(date, time);
}
