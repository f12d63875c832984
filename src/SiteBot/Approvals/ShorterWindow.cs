using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Approvals;

/// <summary>The times that an approver writes for a shorter window, as moments of the window asked for.</summary>
public static class ShorterWindow
{
    /// <summary>The start and the end written; null where nothing was written. A start is the first such moment from the asked start on, an end the first one after the asked start.</summary>
    /// <param name="asked">The scope asked for.</param>
    /// <param name="from">The site's local time, or null.</param>
    /// <param name="to">The site's local time, or null.</param>
    /// <param name="zone">The site's zone.</param>
    public static (Instant? From, Instant? To) Of(WorkScope asked, LocalTime? from, LocalTime? to, DateTimeZone zone) => (
        from is { } start ? NextMoment.Of(start, zone, asked.From) : null,
        to is { } end ? NextMoment.Of(end, zone, asked.From + Duration.FromTicks(1)) : null);
}
