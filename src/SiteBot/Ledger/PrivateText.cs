using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.Ledger;

/// <summary>A name, a phone number or free text of a person. Kept apart from the fact that it stands in, so that it can be blanked.</summary>
/// <param name="Value">What was told; null where it was told and has been blanked since. It counts as given either way.</param>
[JsonConverter(typeof(PrivateTextJson))]
public sealed record PrivateText(string? Value)
{
    /// <summary>What people read.</summary>
    public string In(Language language) => Value ?? (language == Language.Zh ? "（已删除）" : "(removed)");

    /// <summary>Wraps a told value; null or blank text is no value at all.</summary>
    public static PrivateText? Of(string? value) => string.IsNullOrWhiteSpace(value) ? null : new PrivateText(value.Trim());
}

/// <summary>Writes a private text as <c>{"$private": "value"}</c>, which <see cref="PrivateValues"/> takes out of facts.</summary>
public sealed class PrivateTextJson : JsonConverter<PrivateText>
{
    internal static ReadOnlySpan<byte> Mark => "$private"u8;

    /// <inheritdoc />
    public override PrivateText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || !reader.ValueTextEquals(Mark) || !reader.Read())
        {
            throw new JsonException("A private text stands as an object with $private.");
        }

        var value = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
        reader.Read();
        return new PrivateText(value);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PrivateText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, value.Value);
        writer.WriteEndObject();
    }
}
