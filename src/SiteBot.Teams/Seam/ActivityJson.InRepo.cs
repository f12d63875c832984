using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.Teams.Seam;

/// <summary>The one place where loose JSON of activities is read and written, for the build against the project's own core: there it is System.Text.Json.
/// The build against the official SDK has a file of the same members (<c>ActivityJson.Package.cs</c>).</summary>
internal static class ActivityJson
{
    /// <summary>A loose value of an activity (Value, ChannelData, a card action's data) as JSON text; null where there is none.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        JsonElement { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        JsonElement element => element.GetRawText(),
        string text => JsonSerializer.Serialize(text),
        _ => JsonSerializer.Serialize(value, value.GetType()),
    };

    /// <summary>JSON text as what <see cref="Attachment.Content"/> and the bodies of invokes hold.</summary>
    public static object Content(string json) => new RawCard(json);

    /// <summary>JSON in UTF-8 as what a card template is filled in with: read where it stands.</summary>
    public static object Data(ReadOnlyMemory<byte> json) => json;

    /// <summary>The dialog state as text. It holds only texts, numbers and booleans.</summary>
    public static string Write(DialogState state) => StateJson.Write(state);

    /// <summary>The dialog state of a text that <see cref="Write(DialogState)"/> made.</summary>
    public static DialogState Read(string json) => StateJson.Read<DialogState>(json) ?? new DialogState();

    /// <summary>JSON that is written already: it goes into the activity as it is, instead of being read and written once more.</summary>
    [JsonConverter(typeof(RawCardJson))]
    private sealed record RawCard(string Json);

    private sealed class RawCardJson : JsonConverter<RawCard>
    {
        public override RawCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new RawCard(document.RootElement.GetRawText());
        }

        // It comes from our own templates; what it holds of people was escaped there.
        public override void Write(Utf8JsonWriter writer, RawCard value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
