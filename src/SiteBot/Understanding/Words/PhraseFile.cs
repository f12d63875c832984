using SiteBot.Reading;

namespace SiteBot.Understanding.Words;

/// <summary>
/// Reads phrases and what they stand for: <c>label = a phrase | another</c>; a label may stand on several lines. <c>[a/b]</c> stands for each of both, and for nothing
/// where one is empty.
/// </summary>
internal static class PhraseFile
{
    /// <summary>Every phrase with its label, in the file's order.</summary>
    /// <exception cref="FaultyFileException">A line has no equals sign.</exception>
    public static IEnumerable<(string Label, string Phrase)> Read(SourceFile file) =>
        from pair in LanguageFile.Pairs(file)
        from pattern in pair.Right.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        from phrase in Each(pattern)
        select (pair.Left, phrase);

    private static IEnumerable<string> Each(string pattern)
    {
        var open = pattern.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : pattern.IndexOf(']', open);
        if (close < 0)
        {
            return [Spaced(pattern)];
        }

        return pattern[(open + 1)..close].Split('/').SelectMany(one => Each(pattern[..open] + one + pattern[(close + 1)..]));
    }

    // Chinese is written without spaces; elsewhere what was left out leaves none behind.
    private static string Spaced(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(words.Length > 0 && words.All(word => TextFolder.IsHan(word[0])) ? "" : " ", words);
    }
}
