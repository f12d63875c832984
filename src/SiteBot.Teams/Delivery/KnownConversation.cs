using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>A conversation reference as it is kept: the protocol's own names, and of people ids only.</summary>
/// <param name="ChannelId">The Bot Framework's channel: <c>msteams</c>.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="User">The person in a personal chat, or null.</param>
/// <param name="Bot">The bot as the channel names it, or null.</param>
internal sealed record KnownConversation(string? ChannelId, KnownPlace Conversation, KnownAccount? User, KnownAccount? Bot)
{
    /// <summary>Reads what an address keeps.</summary>
    public static KnownConversation Read(Address address) => JsonSerializer.Deserialize(address.Reference, KnownConversationJson.Instance.KnownConversation)!;

    /// <summary>As an address keeps it.</summary>
    public string Json() => JsonSerializer.Serialize(this, KnownConversationJson.Instance.KnownConversation);

    /// <summary>As the SDK takes it.</summary>
    /// <param name="serviceUrl">An address that was vouched for.</param>
    public ConversationReference Reference(string serviceUrl) => new()
    {
        ChannelId = ChannelId,
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount
        {
            Id = Conversation.Id,
            ConversationType = Conversation.ConversationType,
            TenantId = Conversation.TenantId,
            IsGroup = Conversation.IsGroup,
        },
        User = User?.Account(),
        Bot = Bot?.Account(),
    };
}

/// <summary>A conversation of a reference.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationType"><c>personal</c> or <c>channel</c>, or null where the channel does not say.</param>
/// <param name="TenantId">Its tenant, or null.</param>
/// <param name="IsGroup">True in a channel.</param>
internal sealed record KnownPlace(string Id, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null);

/// <summary>Somebody of a reference, by id.</summary>
/// <param name="Id">The channel's id of them.</param>
/// <param name="AadObjectId">The tenant's, or null.</param>
internal sealed record KnownAccount(string Id, string? AadObjectId = null)
{
    public static KnownAccount? Of(ChannelAccount? account) => account?.Id is { Length: > 0 } id ? new(id, account.AadObjectId) : null;

    public ChannelAccount Account() => new() { Id = Id, AadObjectId = AadObjectId };
}

/// <summary>The source-generated JSON of kept conversation references.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(KnownConversation))]
internal sealed partial class KnownConversationJson : JsonSerializerContext
{
    public static KnownConversationJson Instance { get; } = new(FactJson.Options());
}
