using System.Collections.Frozen;

namespace SiteBot.Understanding.Words;

/// <summary>A phrase found in a sentence.</summary>
/// <param name="Label">Which of the phrasebook's labels, by index.</param>
/// <param name="From">The first unit.</param>
/// <param name="To">The unit after the last.</param>
internal readonly record struct Found(int Label, int From, int To);

/// <summary>Phrases and what each stands for; finds them in a sentence, the longest first, blind to word endings and slips.</summary>
/// <param name="light">Words that may stand between those of a phrase (<c>the</c>, 一下); null for none.</param>
internal sealed class Phrasebook(FrozenSet<uint>? light = null)
{
    private const int MostLight = 3;
    private readonly Dictionary<ulong, int> next = [];
    private readonly List<int> labelAt = [-1];
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> labels = [];
    private readonly List<uint> numbers = [];

    /// <summary>A number for a label, the same wherever its phrases stand in their file.</summary>
    public uint NumberOf(int label) => numbers[label];

    /// <summary>The labels, by index.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Adds a phrase. A phrase that is there keeps its first label.</summary>
    public void Add(string label, Sentence phrase)
    {
        if (phrase.Units.Length == 0)
        {
            return;
        }

        if (!indexes.TryGetValue(label, out var index))
        {
            index = indexes[label] = labels.Count;
            labels.Add(label);
            numbers.Add(Number.Of(label));
        }

        var node = 0;
        foreach (var unit in phrase.Units)
        {
            if (node > 0 && IsLight(unit.Id))
            {
                continue;
            }

            var key = ((ulong)(uint)node << 32) | unit.Id;
            if (!next.TryGetValue(key, out var child))
            {
                child = next[key] = labelAt.Count;
                labelAt.Add(-1);
            }

            node = child;
        }

        if (labelAt[node] < 0)
        {
            labelAt[node] = index;
        }
    }

    /// <summary>Finds phrases from left to right, each the longest that begins there, none inside another.</summary>
    /// <returns>How many were written to <paramref name="found"/>.</returns>
    public int Find(ReadOnlySpan<Unit> units, Span<Found> found)
    {
        var count = 0;
        for (var i = 0; i < units.Length && count < found.Length;)
        {
            var node = 0;
            var (label, end, skipped) = (-1, i + 1, 0);
            for (var j = i; j < units.Length; j++)
            {
                if (j > i && units[j].Gap)
                {
                    break;
                }

                if (j > i && IsLight(units[j].Id))
                {
                    if (++skipped > MostLight)
                    {
                        break;
                    }

                    continue;
                }

                if (!next.TryGetValue(((ulong)(uint)node << 32) | units[j].Id, out node))
                {
                    break;
                }

                if (labelAt[node] >= 0)
                {
                    (label, end) = (labelAt[node], j + 1);
                }
            }

            if (label >= 0)
            {
                found[count++] = new Found(label, i, end);
            }

            i = end;
        }

        return count;
    }

    private bool IsLight(uint unit) => light is not null && light.Contains(unit);

    /// <summary>True where a phrase of the label begins at a unit.</summary>
    public bool Begins(ReadOnlySpan<Unit> units, int at, string wanted)
    {
        if (at >= units.Length)
        {
            return false;
        }

        Span<Found> found = stackalloc Found[1];
        return Find(units[at..Math.Min(units.Length, at + 5)], found) == 1 && found[0].From == 0 && labels[found[0].Label] == wanted;
    }

    /// <summary>True where the whole sentence is made of phrases of the label and of another that may stand beside them: it says that, and no more.</summary>
    public bool Fills(Sentence sentence, string wanted, string beside)
    {
        Span<Found> found = stackalloc Found[8];
        var (at, said) = (0, false);
        foreach (var one in found[..Find(sentence.Units, found)])
        {
            var label = labels[one.Label];
            if (one.From != at || (label != wanted && label != beside))
            {
                return false;
            }

            said |= label == wanted;
            at = one.To;
        }

        return said && at == sentence.Units.Length;
    }

    /// <summary>True where one of the labels is found.</summary>
    public bool Has(Sentence sentence, params ReadOnlySpan<string> wanted)
    {
        Span<Found> found = stackalloc Found[32];
        var count = Find(sentence.Units, found);
        foreach (var one in found[..count])
        {
            if (wanted.Contains(labels[one.Label]))
            {
                return true;
            }
        }

        return false;
    }
}
