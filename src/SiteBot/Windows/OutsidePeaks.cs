using NodaTime;

namespace SiteBot.Windows;

/// <summary>The operation must touch none of the daily traffic peaks.</summary>
internal sealed class OutsidePeaks : StartRule
{
    private readonly DailyRuns runs;

    public OutsidePeaks(SiteClock clock, IReadOnlyList<DailyWindow> peaks, Instant now)
    {
        var sorted = peaks.ToArray();
        Array.Sort(sorted, static (a, b) => a.From.CompareTo(b.From));
        runs = new DailyRuns(clock, sorted, now);
    }

    /// <inheritdoc />
    protected override Instant? Search(Instant from, Duration length, Instant horizon)
    {
        for (; runs.HasCurrent; runs.MoveOn())
        {
            var peak = runs.Current;
            if (peak.Touches(from, from + length))
            {
                from = peak.To;
                if (from > horizon)
                {
                    return null;
                }
            }
            else if (from < peak.To)
            {
                break;
            }
        }

        return from;
    }

    /// <inheritdoc />
    public override Instant? Until(Instant now)
    {
        while (runs.HasCurrent && runs.Current.To <= now)
        {
            runs.MoveOn();
        }

        return runs.HasCurrent ? runs.Current.From : null;
    }
}
