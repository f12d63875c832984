using System.Text.Json;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>A press as it stands in an expanded card.</summary>
/// <param name="Type">The action's type.</param>
/// <param name="Title">Its inscription.</param>
/// <param name="Verb">Its verb, or an empty text.</param>
/// <param name="Data">Its data.</param>
/// <param name="Style">Its style.</param>
internal sealed record ShownPress(string Type, string Title, string Verb, IReadOnlyDictionary<string, string> Data, string Style);

/// <summary>What stands in an expanded card.</summary>
internal static class CardPartsOf
{
    /// <summary>Every action, those inside opened cards too, in their order.</summary>
    public static IReadOnlyList<ShownPress> Presses(string card) => [.. Objects(card).Where(item => Text(item, "type").StartsWith("Action.", StringComparison.Ordinal)).Select(item => new ShownPress(
        Text(item, "type"), Text(item, "title"), Text(item, "verb"),
        item.TryGetProperty("data", out var data) ? data.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString()) : [],
        Text(item, "style")))];

    /// <summary>Every input, in its order.</summary>
    public static IReadOnlyList<JsonElement> Inputs(string card) => [.. Objects(card).Where(item => Text(item, "type").StartsWith("Input.", StringComparison.Ordinal))];

    /// <summary>The verbs of its actions, each once, in their order.</summary>
    public static IReadOnlyList<string> Verbs(string card) => [.. Presses(card).Select(press => press.Verb).Where(verb => verb.Length > 0 && verb != "refresh").Distinct()];

    /// <summary>A text of an object, or an empty one.</summary>
    public static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static List<JsonElement> Objects(string card)
    {
        var found = new List<JsonElement>();
        Walk(JsonDocument.Parse(card).RootElement, found);
        return found;
    }

    private static void Walk(JsonElement element, List<JsonElement> found)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            found.Add(element);
            foreach (var property in element.EnumerateObject().Where(property => property.Name is not "data"))
            {
                Walk(property.Value, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, found);
            }
        }
    }
}
