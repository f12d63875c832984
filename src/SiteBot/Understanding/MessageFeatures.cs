using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding;

/// <summary>
/// What tells the intent of a message: its words and characters with operations, services, troubles and times put into slots, so that what was learnt of one
/// operation holds for all; and the small words that turn a sentence.
/// </summary>
internal static class MessageFeatures
{
    private const int LongestSlotted = 96;

    /// <summary>Fills <paramref name="bag"/> anew.</summary>
    public static void Fill(Sentence sentence, LanguageData language, IReadOnlyList<NamedTime> times, FeatureBag bag, bool slots)
    {
        bag.Clear();
        var units = sentence.Units;
        Span<uint> slotted = stackalloc uint[LongestSlotted + 2];
        var count = slots ? Slotted(sentence, language, times, slotted, bag) : Plain(units, slotted);
        for (var i = 0; i < count; i++)
        {
            bag.Add(Number.Of(31, slotted[i]), 1f);
            if (i + 1 < count)
            {
                bag.Add(Number.Of(32, slotted[i], slotted[i + 1]), 1f);
            }

            if (i + 2 < count)
            {
                bag.Add(Number.Of(33, slotted[i], slotted[i + 1], slotted[i + 2]), 0.7f);
            }
        }

        foreach (var unit in units)
        {
            if (!unit.IsHan && unit.Length >= 5)
            {
                var word = sentence[unit];
                for (var i = 0; i + 4 <= word.Length; i++)
                {
                    bag.Add(Number.Of(34, Number.Of(word.Slice(i, 4))), 0.2f);
                }
            }
        }

        Labels(language.Concepts, units, 35, 0.5f, bag);
        var signals = Labels(language.Signals, units, 36, 1.2f, bag);
        Labels(language.Troubles, units, 37, 1f, bag);
        Labels(language.Operations, units, 38, slots ? 0.4f : 2f, bag);
        Labels(language.Services, units, 39, slots ? 0.4f : 2f, bag);
        if (sentence.Folded.Contains('?', StringComparison.Ordinal))
        {
            bag.Add(Number.Of(40, 1), 0.8f);
        }

        bag.Add(Number.Of(41, (uint)Math.Min(units.Length / 4, 6)), 0.5f);
        bag.Add(Number.Of(42, (uint)signals), 0.3f);
        bag.Normalise();
    }

    private static int Labels(Phrasebook book, ReadOnlySpan<Unit> units, uint kind, float weight, FeatureBag bag)
    {
        Span<Found> found = stackalloc Found[32];
        var count = book.Find(units, found);
        for (var i = 0; i < count; i++)
        {
            bag.Add(Number.Of(kind, book.NumberOf(found[i].Label)), weight);
        }

        return count;
    }

    private static int Plain(ReadOnlySpan<Unit> units, Span<uint> slotted)
    {
        var count = Math.Min(units.Length, LongestSlotted);
        for (var i = 0; i < count; i++)
        {
            slotted[i] = units[i].Id;
        }

        return count;
    }

    private static int Slotted(Sentence sentence, LanguageData language, IReadOnlyList<NamedTime> times, Span<uint> slotted, FeatureBag bag)
    {
        var units = sentence.Units;
        Span<Found> found = stackalloc Found[16];
        var operations = language.Operations.Find(units, found);
        Span<Found> services = stackalloc Found[16];
        var named = language.Services.Find(units, services);
        var count = 0;
        slotted[count++] = Number.Of("<begin>");
        for (var i = 0; i < units.Length && count <= LongestSlotted;)
        {
            var from = i;
            if (IsTime(units[i], times))
            {
                slotted[count++] = Number.Of("<time>");
                while (i < units.Length && IsTime(units[i], times))
                {
                    i++;
                }
            }
            else if (Begins(found[..operations], i) is { } operation)
            {
                slotted[count++] = Number.Of("<operation>");
                i = operation.To;
            }
            else if (Begins(services[..named], i) is { } service)
            {
                slotted[count++] = Number.Of("<service>");
                i = service.To;
            }
            else
            {
                slotted[count++] = units[i++].Id;
            }

            // The words in a slot count too, for less: a lexicon is never complete.
            for (; from < i && i - from > 0 && from < units.Length; from++)
            {
                bag.Add(Number.Of(43, units[from].Id), 0.25f);
            }
        }

        slotted[count++] = Number.Of("<end>");
        return count;
    }

    private static bool IsTime(Unit unit, IReadOnlyList<NamedTime> times)
    {
        for (var i = 0; i < times.Count; i++)
        {
            if (unit.Start >= times[i].Start && unit.End <= times[i].End)
            {
                return true;
            }
        }

        return false;
    }

    private static Found? Begins(ReadOnlySpan<Found> found, int at)
    {
        foreach (var one in found)
        {
            if (one.From == at)
            {
                return one;
            }
        }

        return null;
    }
}
