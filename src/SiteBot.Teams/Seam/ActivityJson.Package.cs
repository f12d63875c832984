using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SiteBot.Teams.Seam;

/// <summary>The one place where loose JSON of activities is read and written, for the build against the official SDK: there it is Newtonsoft.Json.</summary>
internal static class ActivityJson
{
    private static readonly JsonSerializerSettings State = new() { TypeNameHandling = TypeNameHandling.All };

    /// <summary>A loose value of an activity (Value, ChannelData, a card action's data) as JSON text; null where there is none.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        JToken { Type: JTokenType.Null or JTokenType.Undefined } => null,
        JToken token => token.ToString(Formatting.None),
        _ => JsonConvert.SerializeObject(value),
    };

    /// <summary>JSON text as what <see cref="Attachment.Content"/> and the bodies of invokes hold.</summary>
    public static object Content(string json) => JToken.Parse(json);

    /// <summary>JSON in UTF-8 as what a card template is filled in with: the official templates want text.</summary>
    public static object Data(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    /// <summary>The dialog state as text. It holds only texts, numbers and booleans.</summary>
    public static string Write(DialogState state) => JsonConvert.SerializeObject(state, State);

    /// <summary>The dialog state of a text that <see cref="Write(DialogState)"/> made. Only text that the bot itself wrote is read so.</summary>
    public static DialogState Read(string json) => JsonConvert.DeserializeObject<DialogState>(json, State) ?? new DialogState();
}
