using NodaTime;

namespace SiteBot.Windows;

/// <summary>The operation must lie wholly inside one occurrence of a daily window.</summary>
internal sealed class InsideWindow : StartRule
{
    private readonly DailyRuns? runs;

    private InsideWindow(DailyRuns? runs) => this.runs = runs;

    /// <summary>Inside the evening window.</summary>
    public static InsideWindow Evening(SiteClock clock, DailyWindow window, Instant now) =>
        new(window.IsWholeDay ? null : new DailyRuns(clock, [window], now));

    /// <summary>Inside the night window, of which only what lies after midnight counts: 22:00-04:00 is 00:00-04:00, 12:00-12:00 is 00:00-12:00.</summary>
    public static InsideWindow AfterMidnight(SiteClock clock, DailyWindow window, Instant now) =>
        new(window.IsWholeDay && window.From == LocalTime.Midnight ? null : new DailyRuns(clock, [window], now, afterMidnightOnly: true));

    /// <inheritdoc />
    protected override Instant? Search(Instant from, Duration length, Instant horizon)
    {
        if (runs is null)
        {
            return from;
        }

        for (; runs.HasCurrent; runs.MoveOn())
        {
            var start = Instant.Max(from, runs.Current.From);
            if (start > horizon)
            {
                return null;
            }

            if (runs.Current.Fits(start, start + length))
            {
                return start;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override Instant? Until(Instant now)
    {
        if (runs is null)
        {
            return null;
        }

        while (runs.HasCurrent && runs.Current.To <= now)
        {
            runs.MoveOn();
        }

        return runs.HasCurrent ? runs.Current.To : null;
    }
}
