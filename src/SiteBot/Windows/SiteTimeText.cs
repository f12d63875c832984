using NodaTime;

namespace SiteBot.Windows;

/// <summary>How a moment at a site is written in a sentence: the site's own clock with its offset, and the date where it is not today's.</summary>
public static class SiteTimeText
{
    /// <summary><c>00:30 (+08:00)</c> on the day of <paramref name="now"/>, <c>03-11 00:30 (+08:00)</c> on another, with the year where that differs too.</summary>
    public static string Say(this SiteClock clock, Instant instant, Instant now)
    {
        var at = clock.Local(instant);
        var today = clock.Local(now);
        var date = at.Date == today.Date ? "" : at.Year == today.Year ? $"{at.Month:00}-{at.Day:00} " : $"{at.Year:0000}-{at.Month:00}-{at.Day:00} ";
        var seconds = at.Second == 0 ? "" : $":{at.Second:00}";
        return $"{date}{at.Hour:00}:{at.Minute:00}{seconds} ({OffsetText(at.Offset)})";
    }

    /// <summary><c>03-11 00:00–04:00 (+08:00)</c>: the second date only where it differs, the first offset only where the clock changes between.</summary>
    public static string SayStretch(this SiteClock clock, Instant from, Instant to, Instant now)
    {
        var (start, end) = (clock.Say(from, now), clock.Say(to, from));
        var mark = start.LastIndexOf(" (", StringComparison.Ordinal);
        return mark > 0 && end.EndsWith(start[mark..], StringComparison.Ordinal) ? $"{start[..mark]}–{end}" : $"{start}–{end}";
    }

    /// <summary><c>+08:00</c>, <c>-03:30</c>; <c>+00:00</c> for UTC.</summary>
    public static string OffsetText(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        return $"{(offset.Seconds < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}";
    }
}
