using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteBot.Teams.Cards;

/// <summary>Writes what a card's fields name, as JSON. Texts go in as they are shown: see <see cref="ShownText"/>.</summary>
internal sealed class CardData
{
    private readonly Utf8JsonWriter writer;

    private CardData(Utf8JsonWriter writer) => this.writer = writer;

    /// <summary>The JSON of one object.</summary>
    public static string Of(Action<CardData> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            fields(new CardData(writer));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public CardData Put(string name, string text)
    {
        writer.WriteString(name, text);
        return this;
    }

    public CardData Put(string name, bool value)
    {
        writer.WriteBoolean(name, value);
        return this;
    }

    public CardData Put(string name, long value)
    {
        writer.WriteNumber(name, value);
        return this;
    }

    public CardData Object(string name, Action<CardData> fields)
    {
        writer.WriteStartObject(name);
        fields(this);
        writer.WriteEndObject();
        return this;
    }

    public CardData List<T>(string name, IEnumerable<T> items, Action<CardData, T> fields)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            fields(this, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        return this;
    }

    /// <summary>A list of objects with one field, <c>text</c>.</summary>
    public CardData Lines(string name, IEnumerable<string> lines) =>
        List(name, lines.Where(line => line.Length > 0), static (data, line) => data.Put("text", line));

    /// <summary>A list of texts.</summary>
    public CardData Values(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
        return this;
    }
}
