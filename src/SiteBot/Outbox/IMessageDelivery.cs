using NodaTime;

namespace SiteBot.Outbox;

/// <summary>Takes one message to its recipient: finds the way, draws it from the facts of now, sends or updates it.</summary>
public interface IMessageDelivery
{
    /// <summary>Delivers one claimed message. Never throws for what the channel does; that is an outcome.</summary>
    /// <param name="message">The message, with where its slot stands.</param>
    /// <param name="now">Business time.</param>
    /// <param name="cancellation">Machine time is over, or the host stops.</param>
    ValueTask<DeliveryOutcome> Deliver(ClaimedMessage message, Instant now, CancellationToken cancellation);
}

/// <summary>What one attempt came to.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>It is out.</summary>
    /// <param name="Posted">Where it stands, or null where the channel did not say.</param>
    public sealed record Delivered(Posted? Posted) : DeliveryOutcome;

    /// <summary>It is true or wanted no more.</summary>
    /// <param name="Reason">Why, for an operator.</param>
    public sealed record Overtaken(string Reason) : DeliveryOutcome;

    /// <summary>It did not go through.</summary>
    /// <param name="Kind">What to do about it.</param>
    /// <param name="Reason">Why, for an operator; no token, no person's data.</param>
    /// <param name="RetryAfter">What the channel asked for, or null.</param>
    public sealed record Failed(FailureKind Kind, string Reason, Duration? RetryAfter = null) : DeliveryOutcome;
}

/// <summary>Why a message did not go through, and so what is done about it.</summary>
public enum FailureKind
{
    /// <summary>412, 429, 502, 503, 504, a timeout, a lost connection: try again.</summary>
    Passing,

    /// <summary>There is no way to this person or channel yet: the message is kept as unreachable and its sender told.</summary>
    Unreachable,

    /// <summary>The person blocked the bot: the sender is told and the office's channel takes over.</summary>
    Blocked,

    /// <summary>The conversation is gone: it is opened anew.</summary>
    ConversationGone,

    /// <summary>413, or the channel refused the card's size: a smaller card.</summary>
    TooLarge,

    /// <summary>Anything else: given up with its reason, for an operator.</summary>
    Permanent,
}
