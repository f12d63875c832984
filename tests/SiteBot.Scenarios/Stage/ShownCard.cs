using System.Text;
using System.Text.Json;

namespace SiteBot.Scenarios.Stage;

/// <summary>A card as a person sees it: its words, and its buttons by their inscription.</summary>
internal sealed class ShownCard(JsonElement root)
{
    /// <summary>All that stands on it, a line each.</summary>
    public string Text { get; } = Words(root);

    /// <summary>The buttons, those inside opened parts among them.</summary>
    public IReadOnlyList<Button> Buttons { get; } = [.. Found(root)];

    /// <summary>What it asks for, in its order; what stands in parts that open is not among it.</summary>
    public IReadOnlyList<CardInput> Inputs { get; } = [.. Asked(root)];

    /// <summary>The addresses that it opens.</summary>
    public IReadOnlyList<string> Links { get; } = [.. Opened(root)];

    /// <summary>The button that carries a verb, and where given a value in its data.</summary>
    /// <exception cref="InvalidOperationException">The card has no such button.</exception>
    public Button Button(string verb, string? value = null) =>
        Buttons.FirstOrDefault(button => button.Verb == verb && (value is null || button.Data.EnumerateObject().Any(pair => pair.Value.ToString() == value)))
        ?? throw new InvalidOperationException($"There is no button '{verb}' {value} on the card; there are: {string.Join(", ", Buttons.Select(button => $"{button.Verb} \"{button.Title}\""))}.\n{Text}");

    private static string Words(JsonElement element)
    {
        var words = new StringBuilder();
        Collect(element, words);
        return words.ToString();
    }

    private static void Collect(JsonElement element, StringBuilder words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, words);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Value.ValueKind == JsonValueKind.String && property.Name is "text" or "title" or "value" or "label")
                    {
                        words.AppendLine(property.Value.GetString());
                    }
                    else if (property.Name is not ("data" or "refresh"))
                    {
                        Collect(property.Value, words);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static IEnumerable<CardInput> Asked(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Asked),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() is { } kind && kind.StartsWith("Input.", StringComparison.Ordinal) =>
            [new CardInput(element.GetProperty("id").GetString()!, kind, Choices(element), Value(element, "value"), Value(element, "label"))],
        JsonValueKind.Object when element.TryGetProperty("type", out var opens) && opens.ValueEquals("Action.ShowCard") => [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Asked(property.Value)),
        _ => [],
    };

    private static IReadOnlyList<string> Choices(JsonElement input) =>
        input.TryGetProperty("choices", out var choices) ? [.. choices.EnumerateArray().Select(choice => Value(choice, "value"))] : [];

    private static IEnumerable<string> Opened(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Opened),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("Action.OpenUrl") => [Value(element, "url")],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Opened(property.Value)),
        _ => [],
    };

    private static string Value(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static IEnumerable<Button> Found(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Found);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        // What asks for the truth of now by itself is no button to press first.
        var inner = element.EnumerateObject().Where(property => property.Name != "data").OrderBy(property => property.Name == "refresh").SelectMany(property => Found(property.Value));
        return element.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute")
            ? inner.Append(new Button(
                element.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "",
                element.GetProperty("verb").GetString()!,
                element.TryGetProperty("data", out var data) ? data : default))
            : inner;
    }
}

/// <summary>A button.</summary>
/// <param name="Title">Its inscription.</param>
/// <param name="Verb">Its verb.</param>
/// <param name="Data">Its data.</param>
internal sealed record Button(string Title, string Verb, JsonElement Data);

/// <summary>Something that a card asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">As Adaptive Cards name it: <c>Input.Text</c>.</param>
/// <param name="Choices">The values to choose from.</param>
/// <param name="Value">What is filled in already.</param>
/// <param name="Label">What stands above it.</param>
internal sealed record CardInput(string Id, string Kind, IReadOnlyList<string> Choices, string Value, string Label);
