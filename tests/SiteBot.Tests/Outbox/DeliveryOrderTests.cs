using SiteBot.Outbox;
using static SiteBot.Tests.Outbox.Waiting;

namespace SiteBot.Tests.Outbox;

public sealed class DeliveryOrderTests
{
    [Fact]
    public void Each_recipient_has_a_queue_and_the_most_urgent_queue_goes_first()
    {
        var order = DeliveryOrder.Of([Claimed("a1", "a"), Claimed("b1", "b"), Claimed("a2", "a"), Claimed("c1", "c", Urgency.Urgent)]);
        Assert.Equal(["c: c1", "a: a1 a2", "b: b1"], order.Queues.Select(Shown));
        Assert.Empty(order.Overtaken);
    }

    [Fact]
    public void In_a_queue_urgent_goes_before_routine_then_what_was_due_first() =>
        Assert.Equal(
            ["wang.fang: alarm early late"],
            DeliveryOrder.Of([Claimed("late", due: 5), Claimed("early", due: 1), Claimed("alarm", urgency: Urgency.Urgent, due: 9)]).Queues.Select(Shown));

    [Fact]
    public void Of_several_in_one_slot_the_last_goes_at_the_place_of_the_first()
    {
        var order = DeliveryOrder.Of([Claimed("card 1", due: 1, slot: "visit/7"), Claimed("word", due: 2), Claimed("card 2", due: 3, slot: "visit/7"), Claimed("card 3", due: 4, slot: "visit/7")]);
        Assert.Equal(["wang.fang: card 3 word"], order.Queues.Select(Shown));
        Assert.Equal(["card 1", "card 2"], order.Overtaken.Select(report => report.Key));
    }

    [Fact]
    public void The_same_slot_of_another_recipient_is_another_card() =>
        Assert.Empty(DeliveryOrder.Of([Claimed("a", "a", slot: "visit/7"), Claimed("b", "b", slot: "visit/7")]).Overtaken);

    private static string Shown(ConversationQueue queue) => $"{queue.To.Id}: {string.Join(' ', queue.Messages.Select(message => message.Message.Key))}";
}
