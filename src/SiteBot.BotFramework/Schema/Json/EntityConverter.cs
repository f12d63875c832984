using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema.Json;

/// <summary>Reads any entity with everything it holds, and writes what is a <see cref="Mention"/> or another kind as what it is.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An entity is an object.");
        }

        var entity = new Entity();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals("type", StringComparison.OrdinalIgnoreCase) && reader.TokenType == JsonTokenType.String)
            {
                entity.Type = reader.GetString();
            }
            else
            {
                entity.Properties[name] = JsonElement.ParseValue(ref reader);
            }
        }

        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", value.Type);
        if (value.Unnamed is { } properties)
        {
            foreach (var (name, property) in properties)
            {
                writer.WritePropertyName(name);
                property.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
