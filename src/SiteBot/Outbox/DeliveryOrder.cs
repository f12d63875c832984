using System.Collections.Immutable;

namespace SiteBot.Outbox;

/// <summary>One recipient's messages in the order in which they go out.</summary>
/// <param name="To">The recipient.</param>
/// <param name="Messages">At least one.</param>
public sealed record ConversationQueue(Recipient To, ImmutableArray<ClaimedMessage> Messages);

/// <summary>What is to be sent, in which order, and what need not be.</summary>
/// <param name="Queues">By recipient, the most urgent first; they go out side by side.</param>
/// <param name="Overtaken">Messages whose slot a later one of the same claim has.</param>
public sealed record DeliveryOrder(ImmutableArray<ConversationQueue> Queues, ImmutableArray<DeliveryReport.Overtaken> Overtaken)
{
    /// <summary>Orders claimed messages: by recipient, urgent before routine, then by due time, then as they were claimed. Of several in one slot the last one goes, at the
    /// place of the first: each is drawn from the facts of the moment of delivery, so the last says all that those before it would.</summary>
    public static DeliveryOrder Of(IReadOnlyList<ClaimedMessage> claimed)
    {
        var overtaken = ImmutableArray.CreateBuilder<DeliveryReport.Overtaken>();
        var queues = claimed
            .GroupBy(message => message.Message.To)
            .Select(group => new ConversationQueue(group.Key, LastOfEachSlot(InOrder(group), overtaken)))
            .OrderBy(queue => queue.Messages[0].Message.Urgency)
            .ThenBy(queue => queue.Messages[0].Message.DueAt);
        return new([.. queues], overtaken.ToImmutable());
    }

    private static IEnumerable<ClaimedMessage> InOrder(IEnumerable<ClaimedMessage> messages) =>
        messages.OrderBy(message => message.Message.Urgency).ThenBy(message => message.Message.DueAt);

    private static ImmutableArray<ClaimedMessage> LastOfEachSlot(IEnumerable<ClaimedMessage> messages, ImmutableArray<DeliveryReport.Overtaken>.Builder overtaken)
    {
        var kept = new List<ClaimedMessage>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if (message.Message.Slot is not { } slot)
            {
                kept.Add(message);
            }
            else if (places.TryAdd(slot, kept.Count))
            {
                kept.Add(message);
            }
            else
            {
                overtaken.Add(new DeliveryReport.Overtaken(kept[places[slot]].Message.Key, $"'{message.Message.Key}' has its slot."));
                kept[places[slot]] = message;
            }
        }

        return [.. kept];
    }
}
