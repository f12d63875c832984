using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Delivery;

/// <summary>Takes a message to its recipient through the Bot Framework's connector: to the latest personal chat, else to one that it opens; for a regional office to a new thread of
/// its channel. Where the message's slot stands already, that card is changed in place.</summary>
/// <remarks>Only addresses that were vouched for are spoken to: those of the address book.</remarks>
internal sealed class TeamsDelivery(MessageDrawing drawing, WayTo ways, IRequestPace pace) : IMessageDelivery
{
    public async ValueTask<DeliveryOutcome> Deliver(ClaimedMessage message, Instant now, CancellationToken cancellation)
    {
        MessageFacts facts;
        Drawn drawn;
        try
        {
            facts = await drawing.Read(message.Message, cancellation);
            drawn = drawing.Draw(facts, small: false, now);
        }
        catch (UnknownFactException newer)
        {
            return new DeliveryOutcome.Failed(FailureKind.Passing, newer.Message);
        }
        catch (CardException undrawn)
        {
            // Trying again draws it no better; an operator requeues it once it can be drawn.
            return new DeliveryOutcome.Failed(FailureKind.Permanent, undrawn.Message);
        }

        if (drawn is Drawn.Overtaken overtaken)
        {
            return new DeliveryOutcome.Overtaken(overtaken.Reason);
        }

        var way = await ways.Find(facts, now, cancellation);
        if (way is null)
        {
            return new DeliveryOutcome.Failed(FailureKind.Unreachable, facts.Message.To.IsChannel
                ? "No channel is bound to the regional office, or nobody in its tenant has spoken with the bot yet."
                : "The person has not met the bot, and the channel offers no way to open a conversation.");
        }

        var outcome = await Sent(message, facts, (Drawn.Show)drawn, way, cancellation);
        if (outcome is DeliveryOutcome.Failed { Kind: FailureKind.TooLarge } && drawing.Draw(facts, small: true, now) is Drawn.Show small)
        {
            await pace.Another(message.Message.To, message.Message.Urgency, cancellation);
            outcome = await Sent(message, facts, small, way, cancellation);
        }

        return outcome;
    }

    private async ValueTask<DeliveryOutcome> Sent(ClaimedMessage message, MessageFacts facts, Drawn.Show shown, Way way, CancellationToken cancellation)
    {
        // An activity belongs to one request: a second one is made anew.
        if (message.Posted is { } standing)
        {
            var updated = await way.Update(standing, await ways.Activity(facts, shown, cancellation), cancellation);
            if (updated is not DeliveryOutcome.Failed { Kind: FailureKind.ConversationGone })
            {
                return updated;
            }

            await pace.Another(message.Message.To, message.Message.Urgency, cancellation);
        }

        return await way.Post(await ways.Activity(facts, shown, cancellation), cancellation);
    }
}
