using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;

namespace SiteBot.Ledger;

/// <summary>How facts and snapshots are written as JSON: camel case, absent where null, instants as microseconds, Chinese as itself.</summary>
public static class FactJson
{
    /// <summary>Keeps Chinese readable in the store; what JSON needs escaped is escaped.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>New options of that kind, for a source-generated context.</summary>
    public static JsonSerializerOptions Options() => new()
    {
        Encoder = Encoder,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new InstantJson() },
    };
}

/// <summary>An instant as its stored number of microseconds.</summary>
public sealed class InstantJson : JsonConverter<Instant>
{
    /// <inheritdoc />
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Microseconds.ToInstant(reader.GetInt64());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Microseconds.Of(value));
}
