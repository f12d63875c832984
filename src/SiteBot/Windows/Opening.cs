using NodaTime;

namespace SiteBot.Windows;

/// <summary>When an operation may begin under several rules at once.</summary>
internal static class Opening
{
    /// <summary>How far ahead an opening is looked for; a start at exactly this distance still counts.</summary>
    public static readonly Duration Horizon = Duration.FromDays(30);

    /// <summary>The first moment from <paramref name="now"/> on at which every rule allows an operation of <paramref name="length"/>; null where none comes within <see cref="Horizon"/>.</summary>
    public static Instant? First(IReadOnlyList<StartRule> rules, Instant now, Duration length)
    {
        // Each rule names its own first allowed moment, and none can allow an earlier one: going round until nobody moves finds the first of all.
        var horizon = now + Horizon;
        var start = now;
        for (Instant? before = null; before != start;)
        {
            before = start;
            for (var i = 0; i < rules.Count; i++)
            {
                if (rules[i].First(start, length, horizon) is not { } first)
                {
                    return null;
                }

                start = first;
            }
        }

        return start;
    }

    /// <summary>The last moment to begin an operation that may begin <paramref name="now"/>, without a break from now: the first end of all rules less <paramref name="length"/>.
    /// For an operation of no length it is that end itself. Null where no rule has an end.</summary>
    public static Instant? LastStart(IReadOnlyList<StartRule> rules, Instant now, Duration length)
    {
        Instant? end = null;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Until(now) is { } until && (end is null || until < end))
            {
                end = until;
            }
        }

        return end - length;
    }
}
