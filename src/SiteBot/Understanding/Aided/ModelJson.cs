using System.Collections.Immutable;
using System.Text.Json;

namespace SiteBot.Understanding.Aided;

/// <summary>Reads what a language model answered: JSON by its schema, or nothing at all.</summary>
internal static class ModelJson
{
    /// <summary>Reads an object; null where <paramref name="json"/> is none, or lacks what <paramref name="read"/> asks for.</summary>
    public static T? Read<T>(string? json, Func<JsonElement, T?> read)
        where T : class
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A list of texts.</summary>
    public static ImmutableArray<string> Texts(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(one => one.GetString() ?? "").Where(text => text.Length > 0)];

    /// <summary>A text; null where null stands.</summary>
    public static string? TextOrNull(this JsonElement element, string name) => element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetString() : null;
}
