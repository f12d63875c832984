using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Schema;

/// <summary>Something that a text speaks of. What it holds besides its type stays in <see cref="Properties"/>.</summary>
[JsonConverter(typeof(EntityConverter))]
public class Entity
{
    public Entity()
    {
    }

    public Entity(string? type = null) => Type = type;

    public string? Type { get; set; }

    /// <summary>Everything but the type, kept as it came.</summary>
    [JsonIgnore]
    public IDictionary<string, JsonElement> Properties
    {
        get => Unnamed ??= new Dictionary<string, JsonElement>();
        set => Unnamed = value;
    }

    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, JsonElement>? Unnamed { get; set; }

    /// <summary>This entity read as <typeparamref name="T"/>; what it lacks is left at its default.</summary>
    /// <exception cref="JsonException">It has another shape.</exception>
    public T? GetAs<T>() => LooseJson.Read<T>(this);

    /// <summary>Takes over the type and all values of <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var copy = LooseJson.Read<Entity>(obj) ?? new Entity();
        Type = copy.Type;
        Unnamed = copy.Unnamed;
    }
}

/// <summary>An @mention: <see cref="Text"/> is how it stands in the message, with its <c>&lt;at&gt;</c> tags.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = "mention")
        : base(type)
    {
        Mentioned = mentioned;
        Text = text;
    }

    public ChannelAccount? Mentioned { get; set; }

    public string? Text { get; set; }
}
