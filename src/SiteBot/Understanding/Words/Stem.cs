namespace SiteBot.Understanding.Words;

/// <summary>Takes the endings off English words, lightly: <c>upgrading</c>, <c>upgraded</c> and <c>upgrades</c> meet in <c>upgrad</c>.</summary>
internal static class Stem
{
    private static readonly string[] Endings =
        ["ations", "ation", "ingly", "ments", "ment", "ings", "ing", "edly", "ness", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e"];

    /// <summary>The part of <paramref name="word"/> that carries its meaning. Words of up to three letters, and words with digits, stay whole.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= 3 || word.ContainsAnyInRange('0', '9'))
        {
            return word;
        }

        var cut = word;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3)
            {
                cut = word[..^ending.Length];
                if (ending is "ies" or "ied")
                {
                    return word[..(cut.Length + 1)];
                }

                break;
            }
        }

        if (cut.Length > 3 && cut[^1] == cut[^2] && "bdgmnprt".Contains(cut[^1]))
        {
            cut = cut[..^1];
        }

        return cut.Length > 3 && cut[^1] == 'y' ? string.Concat(cut[..^1], "i") : cut;
    }
}
