using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema;

/// <summary>A person or a bot, as a channel knows them. Only <see cref="Id"/> is certain, and it need not be a GUID.</summary>
public class ChannelAccount
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The account's object id in Microsoft Entra ID, where the channel gives one.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>, where the channel gives one.</summary>
    public string? Role { get; set; }

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

/// <summary>A conversation, as a channel knows it. In a Teams thread the id is <c>channel;messageid=N</c>.</summary>
public class ConversationAccount
{
    public ConversationAccount()
    {
    }

    public ConversationAccount(
        bool? isGroup = null,
        string? conversationType = null,
        string? id = null,
        string? name = null,
        string? aadObjectId = null,
        string? role = null,
        string? tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    public bool? IsGroup { get; set; }

    /// <summary>In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadObjectId { get; set; }

    public string? Role { get; set; }

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
