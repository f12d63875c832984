using NodaTime;

namespace SiteBot.Windows;

/// <summary>The operation must touch none of the change freezes.</summary>
internal sealed class OutsideFreezes : StartRule
{
    private readonly Occurrence[] merged;
    private int next;

    /// <param name="freezes">The freezes in any order; they may overlap.</param>
    public OutsideFreezes(IReadOnlyList<ChangeFreeze> freezes) => merged = Merge(freezes);

    /// <inheritdoc />
    protected override Instant? Search(Instant from, Duration length, Instant horizon)
    {
        for (; next < merged.Length; next++)
        {
            if (merged[next].Touches(from, from + length))
            {
                from = merged[next].To;
                if (from > horizon)
                {
                    return null;
                }
            }
            else if (from < merged[next].To)
            {
                break;
            }
        }

        return from;
    }

    /// <inheritdoc />
    public override Instant? Until(Instant now)
    {
        while (next < merged.Length && merged[next].To <= now)
        {
            next++;
        }

        return next < merged.Length ? merged[next].From : null;
    }

    private static Occurrence[] Merge(IReadOnlyList<ChangeFreeze> freezes)
    {
        if (freezes.Count == 0)
        {
            return [];
        }

        var sorted = new Occurrence[freezes.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = freezes[i].Occurrence;
        }

        Array.Sort(sorted, static (a, b) => a.From.CompareTo(b.From));
        var last = 0;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].From <= sorted[last].To)
            {
                sorted[last] = new Occurrence(sorted[last].From, Instant.Max(sorted[last].To, sorted[i].To));
            }
            else
            {
                sorted[++last] = sorted[i];
            }
        }

        return sorted[..(last + 1)];
    }
}
