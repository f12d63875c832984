using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteBot.Texts;

/// <summary>A text with named places. Values are put in as they are, in one pass: a value that looks like a place stays what it is.</summary>
internal sealed partial class Template(Text text)
{
    private readonly ImmutableHashSet<string> places = PlacesOf(text.En);

    /// <summary>True where both languages have the same places.</summary>
    public bool PlacesAgree => places.SetEquals(PlacesOf(text.Zh));

    public Text Fill(string key, ReadOnlySpan<(string Place, Text Value)> values)
    {
        if (values.Length == 0 && places.IsEmpty)
        {
            return text;
        }

        var byPlace = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (place, value) in values)
        {
            byPlace[place] = places.Contains(place) ? value : throw new ArgumentException($"The text '{key}' has no place '{place}'.");
        }

        var hole = places.FirstOrDefault(place => !byPlace.ContainsKey(place));
        return hole is null
            ? new Text(Fill(text.Zh, byPlace, Language.Zh), Fill(text.En, byPlace, Language.En))
            : throw new ArgumentException($"The text '{key}' lacks a value for '{hole}'.");
    }

    private static string Fill(string wording, Dictionary<string, Text> values, Language language) =>
        Place().Replace(wording, match => values[match.Groups[1].Value].In(language));

    private static ImmutableHashSet<string> PlacesOf(string wording) => [.. Place().Matches(wording).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([a-z][A-Za-z0-9]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
