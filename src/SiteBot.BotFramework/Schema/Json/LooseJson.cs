using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.BotFramework.Schema.Json;

/// <summary>
/// The seam to what the protocol leaves untyped (value, channel data, entities, a card's content). It arrives as a <see cref="JsonElement"/>;
/// a test or a bot may put there anything that has a JSON form: an object, a <see cref="JsonNode"/>, a token of another JSON library.
/// </summary>
public static class LooseJson
{
    /// <summary>The value as <typeparamref name="T"/>; default where there is none.</summary>
    /// <exception cref="JsonException">It has another shape.</exception>
    public static T? Read<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => default,
        JsonElement element => element.Deserialize(SchemaJson.TypeInfo<T>()),
        JsonNode node => node.Deserialize(SchemaJson.TypeInfo<T>()),
        _ => ToElement(value).Deserialize(SchemaJson.TypeInfo<T>()),
    };

    /// <summary>The value as <typeparamref name="T"/>; false where there is none or it has another shape.</summary>
    public static bool TryRead<T>(object? value, [MaybeNullWhen(false)] out T result)
    {
        try
        {
            result = Read<T>(value);
            return result is not null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            result = default;
            return false;
        }
    }

    /// <summary>The value as JSON; of kind Undefined where there is none.</summary>
    public static JsonElement ToElement(object? value) => value switch
    {
        null => default,
        JsonElement element => element,
        JsonDocument document => document.RootElement,
        _ when IsForeignToken(value) => ParseForeign(value),
        _ => JsonSerializer.SerializeToElement(value, SchemaJson.Options.GetTypeInfo(value.GetType())),
    };

    /// <summary>The value as a JSON object that may be changed; null where it is none.</summary>
    public static JsonObject? ToObject(object? value) =>
        value as JsonObject ?? (ToElement(value) is { ValueKind: JsonValueKind.Object } element ? JsonObject.Create(element) : null);

    /// <summary>Another library's token is a collection of its own kind, whose text is its JSON.</summary>
    internal static bool IsForeignToken(object value) =>
        value is IEnumerable and not (string or JsonNode) && value.GetType().Namespace == "Newtonsoft.Json.Linq";

    /// <summary>A lone value of such a token prints without its quotes.</summary>
    private static JsonElement ParseForeign(object token)
    {
        var text = token.ToString() ?? "null";
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text, SchemaJson.TypeInfo<string>());
        }
    }
}
