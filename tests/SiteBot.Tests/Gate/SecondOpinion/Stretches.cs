namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>Windows, peaks and freezes as plain lists of stretches, and the contract's two questions about them.</summary>
internal static class Stretches
{
    private const int DaysAhead = 64;

    public static List<(long From, long To)> Daily(WallClock clock, long now, TimeSpan from, TimeSpan to, bool afterMidnightOnly = false)
    {
        var all = new List<(long From, long To)>();
        var today = clock.Shows(now).Date;
        for (var day = today.AddDays(-3); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            var begins = clock.First(day + from);
            var ends = clock.First((to > from ? day : day.AddDays(1)) + to);
            var midnight = clock.First(day.AddDays(1));
            if (afterMidnightOnly && from > TimeSpan.Zero && ends >= midnight)
            {
                begins = midnight;
            }

            if (begins < ends)
            {
                all.Add((begins, ends));
            }
        }

        return Joined(all);
    }

    /// <summary>Those that touch count as one.</summary>
    public static List<(long From, long To)> Joined(List<(long From, long To)> all)
    {
        var joined = new List<(long From, long To)>();
        foreach (var one in all.OrderBy(s => s.From))
        {
            if (joined.Count > 0 && one.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, one.To));
            }
            else
            {
                joined.Add(one);
            }
        }

        return joined;
    }

    public static bool Fits(List<(long From, long To)> windows, long s, long e)
    {
        foreach (var (from, to) in windows)
        {
            if (from <= s && s < to && e <= to)
            {
                return true;
            }
        }

        return false;
    }

    public static bool Touches(List<(long From, long To)> forbidden, long s, long e)
    {
        foreach (var (from, to) in forbidden)
        {
            if (s < to && (from < e || from <= s))
            {
                return true;
            }
        }

        return false;
    }
}
