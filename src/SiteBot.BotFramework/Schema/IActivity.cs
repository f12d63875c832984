using System.Diagnostics.CodeAnalysis;

namespace SiteBot.BotFramework.Schema;

/// <summary>What all activities have in common. On the wire nearly everything may be absent.</summary>
public interface IActivity
{
    string? Type { get; set; }

    string? Id { get; set; }

    /// <summary>The address that the channel is reached at; it may have a path and no trailing slash.</summary>
    string? ServiceUrl { get; set; }

    /// <summary>When the channel took the activity, in UTC.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's own time, with its offset.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    string? ChannelId { get; set; }

    ChannelAccount? From { get; set; }

    ConversationAccount? Conversation { get; set; }

    ChannelAccount? Recipient { get; set; }

    string? ReplyToId { get; set; }

    IList<Entity>? Entities { get; set; }

    /// <summary>The channel's own part of the activity; read it with <see cref="GetChannelData{T}"/>.</summary>
    object? ChannelData { get; set; }

    /// <summary>The channel data as <typeparamref name="T"/>; default when there is none.</summary>
    T? GetChannelData<T>();

    /// <summary>The channel data as <typeparamref name="T"/>; false when there is none or it cannot be read so.</summary>
    bool TryGetChannelData<T>([MaybeNullWhen(false)] out T instance);

    IMessageActivity? AsMessageActivity();

    IMessageUpdateActivity? AsMessageUpdateActivity();

    IMessageDeleteActivity? AsMessageDeleteActivity();

    IMessageReactionActivity? AsMessageReactionActivity();

    IConversationUpdateActivity? AsConversationUpdateActivity();

    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    ITypingActivity? AsTypingActivity();

    IEndOfConversationActivity? AsEndOfConversationActivity();

    IEventActivity? AsEventActivity();

    IInvokeActivity? AsInvokeActivity();

    ITraceActivity? AsTraceActivity();

    ICommandActivity? AsCommandActivity();

    ICommandResultActivity? AsCommandResultActivity();

    /// <summary>Where this activity happened.</summary>
    ConversationReference GetConversationReference();
}
