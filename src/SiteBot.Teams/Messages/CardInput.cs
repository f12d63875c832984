using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Messages;

/// <summary>What a pressed button carried: its verb, and data and inputs as texts. Nothing of it is trusted: ids are looked up, rights are asked of the directory.</summary>
/// <param name="Verb">The verb; one that is not known gets a clear answer.</param>
/// <param name="Values">Data and inputs by name; numbers and booleans as JSON writes them. Lists and objects are left out.</param>
internal sealed record CardInput(string Verb, ImmutableDictionary<string, string> Values)
{
    private const int MostValues = 100;
    private const int LongestValue = 8_000;

    /// <summary>A value, trimmed, or null where it was left out or is blank.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The inputs (<c>f_…</c>) by name without the mark, blank ones left out.</summary>
    public IEnumerable<(string Name, string Value)> Inputs =>
        from pair in Values
        where pair.Key.StartsWith("f_", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(pair.Value)
        orderby pair.Key
        select (pair.Key[2..], pair.Value.Trim());

    /// <summary>A whole number, or null where there is none.</summary>
    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The verb of an invoke's value, <c>{"action":{"verb":…}}</c>; null where it has none.</summary>
    public static string? VerbOf(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
                && action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String ? verb.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the data of an action.</summary>
    /// <param name="verb">The action's verb; null takes it from the data's own <c>verb</c>, as a Submit has it.</param>
    /// <param name="json">The data with the inputs merged in.</param>
    /// <returns>Null where it is no card's: not an object, or without a verb.</returns>
    public static CardInput? Read(string? verb, string? json)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (json is not null)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in document.RootElement.EnumerateObject().Take(MostValues))
                    {
                        if (Text(property.Value) is { } text)
                        {
                            values[Name(property.Name)] = text;
                        }
                    }
                }
            }
            catch (JsonException)
            {
                // What is no JSON has no values; the verb alone may still be answered.
            }
        }

        verb ??= values.GetValueOrDefault("verb");
        return string.IsNullOrWhiteSpace(verb) ? null : new CardInput(verb, values.ToImmutable());
    }

    /// <summary>The same with what the channel added; null takes a value away.</summary>
    public CardInput With(IEnumerable<(string Name, string? Value)> more) =>
        this with { Values = more.Aggregate(Values, (values, one) => one.Value is null ? values.Remove(one.Name) : values.SetItem(one.Name, one.Value)) };

    // A card may ask for the same thing in two places; what is pressed sends one of them.
    private static string Name(string name) =>
        name.StartsWith("f_", StringComparison.Ordinal) && name.IndexOf(CardField.Again, StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > LongestValue } text ? text[..LongestValue] : value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
