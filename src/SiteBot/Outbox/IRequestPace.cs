namespace SiteBot.Outbox;

/// <summary>Keeps to what the channel takes, where delivering one message needs more than one request (a conversation is opened first, a card that is gone is posted anew).</summary>
public interface IRequestPace
{
    /// <summary>Waits until one more request to a conversation may go out.</summary>
    ValueTask Another(Recipient to, Urgency urgency, CancellationToken cancellation);
}
