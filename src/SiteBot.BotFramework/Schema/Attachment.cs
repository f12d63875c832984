using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema;

/// <summary>A card, a file or a picture with a message.</summary>
public class Attachment
{
    public Attachment()
    {
    }

    public Attachment(
        string? contentType = null,
        string? contentUrl = null,
        object? content = null,
        string? name = null,
        string? thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    /// <summary>On the way in a <see cref="System.Text.Json.JsonElement"/>; on the way out whatever can be written as JSON.</summary>
    public object? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>What the channel sent besides, kept as it came.</summary>
    [JsonIgnore]
    public IDictionary<string, JsonElement> Properties
    {
        get => Unnamed ??= new Dictionary<string, JsonElement>();
        set => Unnamed = value;
    }

    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, JsonElement>? Unnamed { get; set; }
}
