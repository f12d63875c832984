using NodaTime;

namespace SiteBot.Windows;

/// <summary>A window that comes back every local day: from <paramref name="From"/> on a date, inclusive, to <paramref name="To"/> on it, exclusive,
/// or on the next date where <paramref name="To"/> is not after <paramref name="From"/>. Equal ends are the whole day.</summary>
/// <param name="From">The site's local time at which it opens, to the minute.</param>
/// <param name="To">The site's local time at which it closes, to the minute.</param>
public readonly record struct DailyWindow(LocalTime From, LocalTime To)
{
    /// <summary>Makes a window of hours and minutes: <c>DailyWindow.Of(22, 0, 6, 0)</c>.</summary>
    public static DailyWindow Of(int fromHour, int fromMinute, int toHour, int toMinute) =>
        new(new LocalTime(fromHour, fromMinute), new LocalTime(toHour, toMinute));

    /// <summary>Whether the two ends are equal, so that one day's occurrence touches the next.</summary>
    public bool IsWholeDay => From == To;

    /// <summary>A night window that opens at noon or later and closes later the same day lies wholly before a midnight: it could hold no time after midnight.</summary>
    public bool LiesBeforeMidnight => From >= LocalTime.Noon && To > From;

    /// <summary><c>22:00-06:00</c>.</summary>
    public override string ToString() => $"{From.Hour:00}:{From.Minute:00}-{To.Hour:00}:{To.Minute:00}";
}
