using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteBot.Understanding.Aided;

/// <summary>A message without the names and numbers in it, each replaced by a mark such as <c>[PERSON1]</c>.</summary>
/// <param name="Text">What may be sent to a language model: folded, marks in place.</param>
/// <param name="Marks">The marks with what stood there.</param>
internal sealed partial record Masked(string Text, ImmutableArray<(string Mark, Text Meant)> Marks)
{
    /// <summary>Puts back what stood at the marks; null where <paramref name="text"/> has a mark that never was.</summary>
    public string? Restore(string text, Language language)
    {
        foreach (var (mark, meant) in Marks)
        {
            text = text.Replace(mark, meant.In(language), StringComparison.OrdinalIgnoreCase);
        }

        return AnyMark().IsMatch(text) ? null : text;
    }

    [GeneratedRegex(@"\[[A-Z]+\d+\]", RegexOptions.IgnoreCase)]
    private static partial Regex AnyMark();
}
