using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SiteBot.Ledger;

/// <summary>Takes private values out of a fact's JSON and puts them back. In the fact stays the value's name.</summary>
public static class PrivateValues
{
    /// <summary>Takes every private value out of <paramref name="json"/>.</summary>
    /// <returns>The JSON in which <c>{"$private":"p1"}</c> stands for a value, and the values by name.</returns>
    public static (string Data, ImmutableSortedDictionary<string, string?> Values) TakeOut(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf(PrivateTextJson.Mark) < 0)
        {
            return (Encoding.UTF8.GetString(json), Fact.NothingPrivate);
        }

        var values = Fact.NothingPrivate.ToBuilder();
        var data = Rewrite(json, value =>
        {
            var name = "p" + (values.Count + 1).ToString(CultureInfo.InvariantCulture);
            values.Add(name, value);
            return name;
        });
        return (Encoding.UTF8.GetString(data.Span), values.ToImmutable());
    }

    /// <summary>Puts the values back; one that is blanked or unknown becomes a blanked private text.</summary>
    public static ReadOnlyMemory<byte> PutBack(string data, ImmutableSortedDictionary<string, string?> values)
    {
        var json = Encoding.UTF8.GetBytes(data);
        return values.IsEmpty ? json : Rewrite(json, name => name is null ? null : values.GetValueOrDefault(name));
    }

    private static ReadOnlyMemory<byte> Rewrite(ReadOnlySpan<byte> json, Func<string?, string?> value)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 64);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = FactJson.Encoder, SkipValidation = true });
        var reader = new Utf8JsonReader(json);
        var privateNext = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    privateNext = reader.ValueTextEquals(PrivateTextJson.Mark);
                    writer.WritePropertyName(reader.GetString()!);
                    continue;
                case JsonTokenType.String when privateNext:
                    writer.WriteStringValue(value(reader.GetString()));
                    break;
                case JsonTokenType.Null when privateNext:
                    writer.WriteStringValue(value(null));
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(reader.GetString());
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }

            privateNext = false;
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }
}
