namespace SiteBot.Reading;

/// <summary>What a fault tells a person to write instead: the word meant, where it can be guessed, else the words allowed.</summary>
public static class Suggestion
{
    private const int MostWordsListed = 24;

    /// <summary>The end of a fault's sentence: <c>write 'office'</c>, or <c>write one of: a, b, c</c>.</summary>
    /// <param name="written">What stands in the file.</param>
    /// <param name="allowed">What may stand there.</param>
    public static string For(string written, IEnumerable<string> allowed)
    {
        var words = allowed.ToList();
        var limit = Math.Clamp(written.Length / 2, 1, 3);
        var nearest = words.Select(word => (word, distance: Distance(written, word))).Where(near => near.distance <= limit)
            .OrderBy(near => near.distance).Select(near => near.word).FirstOrDefault();
        return nearest is not null ? $"write '{nearest}'."
            : words.Count == 0 ? "there is none to name yet."
            : words.Count > MostWordsListed ? $"write one of the {words.Count} known, such as {string.Join(", ", words.Take(5))}."
            : $"write one of: {string.Join(", ", words)}.";
    }

    // Levenshtein, blind to case: what people mistype is a letter or two.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
