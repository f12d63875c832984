using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder;

/// <summary>
/// Writes what stands in a slot of type object so that it can be read again as what it was. Strings, booleans, ints, doubles with a fraction and
/// dictionaries of such stand bare; raw JSON is <c>{"$json": …}</c>, everything else <c>{"$type": …, "$value": …}</c>.
/// </summary>
internal sealed class StateValueConverter : JsonConverter<object>
{
    private const string JsonName = "$json";
    private const string TypeName = "$type";
    private const string ValueName = "$value";

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? (object)number : reader.TryGetInt64(out var large) ? (object)large : reader.GetDouble();
            case JsonTokenType.StartObject when BeginsWith(reader, TypeName):
                return ReadTyped(ref reader, options);
            case JsonTokenType.StartObject when BeginsWith(reader, JsonName):
                return ReadJson(ref reader);
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize<Dictionary<string, object>>(ref reader, options);
            default:
                return JsonElement.ParseValue(ref reader);
        }
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double real when real != Math.Truncate(real) && double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case Dictionary<string, object> values when !values.Keys.Any(key => key.StartsWith('$')):
                JsonSerializer.Serialize(writer, values, options);
                break;
            case JsonElement or JsonNode or JsonDocument:
            case var _ when LooseJson.IsForeignToken(value):
                writer.WriteStartObject();
                writer.WritePropertyName(JsonName);
                LooseJson.ToElement(value).WriteTo(writer);
                writer.WriteEndObject();
                break;
            default:
                WriteTyped(writer, value, options);
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var stored = StateTypes.Restorable(value);
        var type = stored.GetType();
        writer.WriteStartObject();
        if (type != typeof(object))
        {
            writer.WriteString(TypeName, StateTypes.NameOf(type));
            writer.WritePropertyName(ValueName);
            JsonSerializer.Serialize(writer, stored, type, options);
        }

        writer.WriteEndObject();
    }

    private static bool BeginsWith(Utf8JsonReader reader, string name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);

    private static object? ReadTyped(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        reader.Read();
        var type = StateTypes.Named(reader.GetString());
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(ValueName))
        {
            throw new JsonException($"A stored {type} lacks its value.");
        }

        reader.Read();
        var value = JsonSerializer.Deserialize(ref reader, type, options);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Skip(); // A storage may have noted its ETag beside the value.
        }

        return value;
    }

    private static object ReadJson(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Read();
        var value = JsonElement.ParseValue(ref reader);
        reader.Read();
        return value;
    }
}
