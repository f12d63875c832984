using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder;

/// <summary>
/// State as text and back. Where a slot says no more than <c>object</c>, what comes back is of the type that went in: an int an int,
/// a long a long, a list of a bot's own records that list. The text names types for that, so only text that the bot itself wrote may be read.
/// </summary>
public static class StateJson
{
    /// <summary>For what a bot keeps between turns. Not for anything that comes from outside.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>A value that was read without knowing its type, as <typeparamref name="T"/>.</summary>
    public static T? As<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement element => element.Deserialize<T>(Options),
        JsonNode node => node.Deserialize<T>(Options),
        _ when Widened<T>(value) is { } number => (T)number,
        _ => LooseJson.ToElement(value).Deserialize<T>(Options),
    };

    private static object? Widened<T>(object value)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return value is IConvertible and not string && type.IsPrimitive
            ? Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            IncludeFields = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new StateValueConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}
