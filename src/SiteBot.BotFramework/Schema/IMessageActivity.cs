namespace SiteBot.BotFramework.Schema;

/// <summary>A message: text, attachments, or the value of a card's Submit.</summary>
public interface IMessageActivity : IActivity
{
    string? Locale { get; set; }

    string? Text { get; set; }

    string? Speak { get; set; }

    string? InputHint { get; set; }

    string? Summary { get; set; }

    string? TextFormat { get; set; }

    string? AttachmentLayout { get; set; }

    IList<Attachment>? Attachments { get; set; }

    SuggestedActions? SuggestedActions { get; set; }

    string? Importance { get; set; }

    string? DeliveryMode { get; set; }

    DateTimeOffset? Expiration { get; set; }

    /// <summary>A Submit's data with the card's inputs merged in.</summary>
    object? Value { get; set; }

    /// <summary>Whether there is text, a summary, an attachment or channel data to show.</summary>
    bool HasContent();

    /// <summary>The mentions among the entities. What calls itself one and has another shape is passed over: anybody can send that.</summary>
    Mention[] GetMentions();
}

/// <summary>A message that was edited.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>A message that was taken back.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions to a message, put or taken away.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction>? ReactionsAdded { get; set; }

    IList<MessageReaction>? ReactionsRemoved { get; set; }
}

/// <summary>Somebody is typing.</summary>
public interface ITypingActivity : IActivity;
