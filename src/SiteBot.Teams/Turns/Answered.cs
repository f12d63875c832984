using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Turns;

/// <summary>What a turn answers: kept with the facts, so that the same activity, delivered again, gets the same answer.</summary>
/// <param name="Replies">Cards and texts to be sent, in their order.</param>
/// <param name="InPlace">The card that takes the place of the pressed one, or null.</param>
/// <param name="Note">A sentence for who pressed a button, where the card stays as it is; or null.</param>
internal sealed record Answered(ImmutableArray<Reply> Replies, Card? InPlace, string? Note)
{
    /// <summary>No answer.</summary>
    public static Answered Silence { get; } = new([], null, null);

    /// <summary>As kept.</summary>
    public string Json() => JsonSerializer.Serialize(this, AnsweredJson.Instance.Answered);

    /// <summary>Reads what was kept.</summary>
    public static Answered Read(string json) => JsonSerializer.Deserialize(json, AnsweredJson.Instance.Answered) ?? Silence;
}

/// <summary>One message of an answer: a card, or plain text for weak networks.</summary>
/// <param name="Card">The card, or null.</param>
/// <param name="Text">The text, or null.</param>
internal sealed record Reply(Card? Card, string? Text)
{
    /// <summary>A file instead of either, or null.</summary>
    public SharedFile? File { get; init; }
}

/// <summary>A file as Teams shows it: offered to be put into the reader's OneDrive, or put there already.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Where it is read; null while it is only offered.</param>
/// <param name="Content">What Teams' card for it holds, as JSON.</param>
internal sealed record SharedFile(string Name, string? Url, string Content);

/// <summary>A card as kept: its JSON as it is, so that it need not be escaped as a text; one that a host of before kept as a text is read too.</summary>
internal sealed class KeptCard : JsonConverter<Card>
{
    /// <inheritdoc />
    public override Card Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kept = JsonElement.ParseValue(ref reader);
        var json = kept.GetProperty("json");
        return new Card(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(), kept.GetProperty("summary").GetString()!);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Card value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("json");
        writer.WriteRawValue(value.Json, skipInputValidation: true);
        writer.WriteString("summary", value.Summary);
        writer.WriteEndObject();
    }
}

/// <summary>The source-generated JSON of answers.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Answered))]
internal sealed partial class AnsweredJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static AnsweredJson Instance { get; } = new(WithCards());

    private static JsonSerializerOptions WithCards()
    {
        var options = FactJson.Options();
        options.Converters.Add(new KeptCard());
        return options;
    }
}
