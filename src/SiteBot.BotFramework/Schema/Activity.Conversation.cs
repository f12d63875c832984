using System.Diagnostics.CodeAnalysis;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Schema;

public partial class Activity
{
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IsMessageless ? null : Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Where a reply went: this conversation, at the activity that <paramref name="reply"/> names.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>
    /// Directs this activity: outgoing, from the reference's bot to its user as a reply to its activity; incoming, the other way round.
    /// </summary>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    public T? GetChannelData<T>() => LooseJson.Read<T>(ChannelData);

    public bool TryGetChannelData<T>([MaybeNullWhen(false)] out T instance) => LooseJson.TryRead(ChannelData, out instance);

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    public Mention[] GetMentions()
    {
        if (Entities is not { Count: > 0 } entities)
        {
            return [];
        }

        var mentions = new List<Mention>();
        foreach (var entity in entities)
        {
            if (string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)
                && LooseJson.TryRead<Mention>(entity, out var mention))
            {
                mentions.Add(mention);
            }
        }

        return [.. mentions];
    }

    /// <summary>Direct Line and Web Chat show no conversation update, so nothing can reply to one.</summary>
    private bool IsMessageless => IsActivity(ActivityTypes.ConversationUpdate) && ChannelId is "directline" or "webchat";
}
