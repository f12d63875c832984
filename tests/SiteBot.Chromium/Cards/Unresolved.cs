using System.Text.Json;

namespace SiteBot.Chromium.Cards;

/// <summary>Places in an expanded card where a template's field was left unfilled.</summary>
internal static class Unresolved
{
    /// <summary>One sentence for each text with <c>${</c> in it that nobody typed.</summary>
    public static IEnumerable<string> In(JsonElement card, IReadOnlyCollection<string> typed) => Walk(card, "$", typed);

    private static IEnumerable<string> Walk(JsonElement element, string path, IReadOnlyCollection<string> typed) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Text(property.Name, $"{path}.{property.Name}", typed)
            .Concat(Walk(property.Value, $"{path}.{property.Name}", typed))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Walk(item, $"{path}[{index}]", typed)),
        JsonValueKind.String => Text(element.GetString()!, path, typed),
        _ => [],
    };

    private static IEnumerable<string> Text(string text, string path, IReadOnlyCollection<string> typed)
    {
        var ours = typed.Where(one => one.Length > 0).OrderByDescending(one => one.Length).Aggregate(text, (left, one) => left.Replace(one, "", StringComparison.Ordinal));
        var at = ours.IndexOf("${", StringComparison.Ordinal);
        return at < 0 ? [] : [$"Unresolved: {path} holds {ours[at..Math.Min(ours.Length, at + 60)]}"];
    }
}
