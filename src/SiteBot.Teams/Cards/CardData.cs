using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteBot.Teams.Cards;

/// <summary>Writes what a card's fields name, as JSON. Texts go in as they are shown: see <see cref="ShownText"/>.</summary>
internal sealed class CardData
{
    private const int LargestKept = 256 * 1024;

    // Each thread keeps one for its next card: to let a buffer grow anew for every card costs as much as to fill it.
    [ThreadStatic]
    private static CardData? kept;

    private readonly ArrayBufferWriter<byte> buffer = new(16 * 1024);
    private readonly Utf8JsonWriter writer;

    private CardData() => writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The JSON of one object, as text.</summary>
    public static string Of(Action<CardData> fields) => Of(fields, static json => Encoding.UTF8.GetString(json.Span));

    /// <summary>What is made of the JSON of one object, in UTF-8; the memory is good only meanwhile.</summary>
    public static T Of<T>(Action<CardData> fields, Func<ReadOnlyMemory<byte>, T> use)
    {
        // Taken, not borrowed: fields that draw another card must not find this one half written.
        var data = kept ?? new CardData();
        kept = null;
        data.writer.WriteStartObject();
        fields(data);
        data.writer.WriteEndObject();
        data.writer.Flush();
        var made = use(data.buffer.WrittenMemory);
        if (data.buffer.Capacity <= LargestKept)
        {
            data.buffer.ResetWrittenCount();
            data.writer.Reset();
            kept = data;
        }

        return made;
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
