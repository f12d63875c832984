using System.Collections.Frozen;

namespace SiteBot.Understanding.Words;

/// <summary>Every word of Latin script that the language data uses: what is not in it, and looks much like one that is, was mistyped.</summary>
internal sealed class Vocabulary
{
    private const int ShortestMended = 4;
    private readonly FrozenSet<string> known;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenDictionary<char, string[]> byFirst;

    public Vocabulary(IEnumerable<string> words)
    {
        known = words.ToFrozenSet(StringComparer.Ordinal);
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        byFirst = known.Where(word => word.Length >= ShortestMended && !word.Any(char.IsAsciiDigit)).Order(StringComparer.Ordinal)
            .GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public static Vocabulary None { get; } = new([]);

    public int Count => known.Count;

    /// <summary>The words, in order.</summary>
    public IEnumerable<string> Words => known.Order(StringComparer.Ordinal);

    /// <summary>True for a word of the data, and for a plural or a past tense of one.</summary>
    public bool Knows(ReadOnlySpan<char> word) => lookup.Contains(word) || (word.Length >= ShortestMended && IsKnownForm(word));

    /// <summary>The word meant: the one written where it is known or nothing is near, else the nearest.</summary>
    public ReadOnlySpan<char> Mend(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestMended || word.ContainsAnyInRange('0', '9') || lookup.Contains(word) || !byFirst.TryGetValue(word[0], out var near))
        {
            return word;
        }

        // A plural or a past tense of a known word is no slip.
        if (IsKnownForm(word))
        {
            return word;
        }

        var most = word.Length >= 8 ? 2 : 1;
        string? best = null;
        var bestDistance = most + 1;
        foreach (var candidate in near)
        {
            if (Math.Abs(candidate.Length - word.Length) < bestDistance && Distance.Between(word, candidate, bestDistance - 1) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
                if (distance == 1)
                {
                    break;
                }
            }
        }

        return best ?? word;
    }

    private bool IsKnownForm(ReadOnlySpan<char> word) =>
        (word[^1] is 's' or 'd' && lookup.Contains(word[..^1]))
        || (word.EndsWith("ed", StringComparison.Ordinal) && lookup.Contains(word[..^2]))
        || (word.EndsWith("es", StringComparison.Ordinal) && lookup.Contains(word[..^2]))
        || (word.EndsWith("ing", StringComparison.Ordinal) && lookup.Contains(word[..^3]))
        || (word.EndsWith("ly", StringComparison.Ordinal) && lookup.Contains(word[..^2]));
}
