using SiteBot.Reading;

namespace SiteBot.Understanding.Words;

/// <summary>Reads phrases and what they stand for: <c>label = a phrase | another</c>; a label may stand on several lines.</summary>
internal static class PhraseFile
{
    /// <summary>Every phrase with its label, in the file's order.</summary>
    /// <exception cref="FaultyFileException">A line has no equals sign.</exception>
    public static IEnumerable<(string Label, string Phrase)> Read(SourceFile file) =>
        from pair in LanguageFile.Pairs(file)
        from phrase in pair.Right.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (pair.Left, phrase);
}
