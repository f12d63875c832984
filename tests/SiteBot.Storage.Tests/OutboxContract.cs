using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>Claims, leases, order and reports, over either database.</summary>
public abstract class OutboxContract : StoreContract
{
    private static readonly Recipient Chen = Recipient.Person("chen.fang");
    private static readonly Recipient Beijing = Recipient.Channel("bj");
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public async Task A_message_is_claimed_as_it_was_asked_for()
    {
        var message = Message("k", slot: "consent/1", urgency: Urgency.Urgent);
        await Store.Keeps(Asks(message));

        var claimed = await Store.Outbox.Claim(Night, "a", Minute, 10, CancellationToken.None);

        Assert.Equal(new ClaimedMessage(message, 0, null), Assert.Single(claimed));
    }

    [Fact]
    public async Task A_message_is_due_at_its_moment_and_not_before()
    {
        await Store.Keeps(Asks(Message("k")));

        Assert.Empty(await Store.Claims(now: Night - Duration.FromMilliseconds(1)));
        Assert.Equal(["k"], await Store.Claims(now: Night));
    }

    [Fact]
    public async Task Urgent_goes_first_then_by_due_time_then_as_asked_for()
    {
        await Store.Keeps(Asks(
            Message("r2", due: Night), Message("r1", due: Night - Minute), Message("r3", due: Night),
            Message("u2", Chen, Night, Urgency.Urgent), Message("u1", due: Night - Minute, urgency: Urgency.Urgent)));

        Assert.Equal(["u1", "u2", "r1", "r2", "r3"], await Store.Claims());
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_its_limit()
    {
        await Store.Keeps(Asks([.. Enumerable.Range(0, 9).Select(i => Message($"k{i}", Recipient.Person($"p{i}"), urgency: (Urgency)(i % 2)))]));

        Assert.Equal(5, (await Store.Claims("a", limit: 5)).Length);
        Assert.Equal(4, (await Store.Claims("b", limit: 5)).Length);
        Assert.Empty(await Store.Claims("c"));
    }

    [Fact]
    public async Task A_key_that_is_known_is_left_out()
    {
        await Store.Keeps(Asks(Message("k")));
        await Store.Keeps(Asks(Message("k", Chen), Message("other")));
        Assert.Equal(["k", "other"], await Store.Claims());
        await Store.Reports("a", Sent("k"), Sent("other"));

        await Store.Keeps(Asks(Message("k")));

        Assert.Empty(await Store.Claims());
    }

    [Fact]
    public async Task A_recipient_whose_messages_are_claimed_is_left_out_until_they_are_settled()
    {
        await Store.Keeps(Asks(Message("li1"), Message("li2"), Message("chen", Chen)));
        Assert.Equal(["li1"], await Store.Claims("a", limit: 1));

        Assert.Equal(["chen"], await Store.Claims("b"));
        await Store.Reports("a", Sent("li1"));
        Assert.Equal(["li2"], await Store.Claims("b"));
    }

    [Fact]
    public async Task A_recipient_is_free_only_when_all_that_was_claimed_is_settled()
    {
        await Store.Keeps(Asks(Message("li1"), Message("li2"), Message("li3")));
        Assert.Equal(["li1", "li2"], await Store.Claims("a", limit: 2));

        await Store.Reports("a", Sent("li1"));
        Assert.Empty(await Store.Claims("b"));
        await Store.Reports("a", Sent("li2"));
        Assert.Equal(["li3"], await Store.Claims("b"));
    }

    [Fact]
    public async Task A_dead_hosts_messages_are_taken_over_when_its_lease_ends()
    {
        await Store.Keeps(Asks(Message("k"), Message("later")));
        await Store.Claims("dead", lease: Duration.FromMinutes(30), limit: 1);

        Database.ForwardMachineClock(Duration.FromMinutes(20));
        Assert.Empty(await Store.Claims("b"));
        Database.ForwardMachineClock(Duration.FromMinutes(11));
        var taken = await Store.Outbox.Claim(Night, "b", Minute, 10, CancellationToken.None);

        Assert.Equal([("k", 1), ("later", 0)], taken.Select(claimed => (claimed.Message.Key, claimed.Attempts)));
    }

    [Fact]
    public async Task A_report_of_a_host_whose_lease_was_taken_is_left_alone()
    {
        await Store.Keeps(Asks(Message("k")));
        await Store.Claims("slow", lease: Duration.Zero);
        await Store.Claims("b", lease: Minute);

        await Store.Reports("slow", new DeliveryReport.GivenUp("k", "too slow"));

        Assert.Empty(await List(DeliveryState.GivenUp));
        Assert.Empty(await Store.Claims("c"));
        await Store.Reports("b", Sent("k"));
        Assert.Equal(["k"], await List(DeliveryState.Sent));
    }

    [Fact]
    public async Task A_late_report_counts_while_nobody_took_the_message_over()
    {
        await Store.Keeps(Asks(Message("k"), Message("other", Chen, Night - Minute)));
        await Store.Claims("slow", lease: Duration.Zero, limit: 2);
        Assert.Equal(["other"], await Store.Claims("b", limit: 1));

        await Store.Reports("slow", Sent("k"), Sent("other"));

        Assert.Equal(["k"], await List(DeliveryState.Sent));
        await Store.Reports("b", Sent("other"));
        Assert.Empty(await Store.Claims("c"));
    }

    [Fact]
    public async Task A_retry_waits_by_the_databases_clock_and_counts_the_attempt()
    {
        await Store.Keeps(Asks(Message("k")));
        await Store.Claims("a");
        await Store.Reports("a", new DeliveryReport.Retry("k", Duration.FromMinutes(30), "429"));

        Assert.Empty(await Store.Claims("a", now: Night + Duration.FromDays(1)));
        var entry = Assert.Single(await Store.Outbox.List(DeliveryState.Waiting, 10, CancellationToken.None));
        Assert.Equal((1, "429"), (entry.Attempts, entry.Reason));
        Database.ForwardMachineClock(Duration.FromMinutes(31));

        var again = Assert.Single(await Store.Outbox.Claim(Night, "b", Minute, 10, CancellationToken.None));
        Assert.Equal(1, again.Attempts);
    }

    [Fact]
    public async Task Messages_behind_one_that_waits_for_another_try_keep_their_place()
    {
        await Store.Keeps(Asks(Message("first"), Message("second"), Message("alarm", urgency: Urgency.Urgent, due: Night + Minute), Message("chen", Chen)));
        await Store.Claims("a", limit: 1);
        await Store.Reports("a", new DeliveryReport.Retry("first", Minute, "502"));

        Assert.Equal(["alarm", "chen"], await Store.Claims("a", now: Night + Minute));
        await Store.Reports("a", Sent("alarm"), Sent("chen"));
        Database.ForwardMachineClock(Minute + Minute);

        Assert.Equal(["first", "second"], await Store.Claims("a"));
    }

    [Fact]
    public async Task A_message_put_back_was_not_tried()
    {
        await Store.Keeps(Asks(Message("k")));
        await Store.Claims("a");
        await Store.Reports("a", new DeliveryReport.PutBack("k", Duration.Zero));

        Assert.Equal(1, (await Store.Outbox.Lag(Night, CancellationToken.None)).Untried);
        Assert.Equal(0, Assert.Single(await Store.Outbox.Claim(Night, "b", Minute, 10, CancellationToken.None)).Attempts);
    }

    [Fact]
    public async Task The_message_of_a_slot_tells_where_the_one_before_it_stands()
    {
        await Store.Keeps(Asks(Message("one", slot: "consent/1"), Message("chen", Chen, slot: "consent/1"), Message("channel", Beijing)));
        await Store.Claims("a");
        await Store.Reports("a", Sent("one", "activity-1"), Sent("chen", "activity-2"), Sent("channel", "activity-3"));
        await Store.Keeps(Asks(Message("two", slot: "consent/1"), Message("other", slot: "consent/2"), Message("again", Beijing)));

        var claimed = await Store.Outbox.Claim(Night, "a", Minute, 10, CancellationToken.None);

        Assert.Equal(
            [("two", new Posted("conversation", "activity-1")), ("other", null), ("again", null)],
            claimed.Select(message => (message.Message.Key, message.Posted)));
    }

    [Fact]
    public async Task A_slot_remembers_its_latest_place_and_keeps_it_where_the_channel_does_not_say()
    {
        await Store.Keeps(Asks(Message("1", slot: "s"), Message("2", slot: "s"), Message("3", slot: "s")));
        await Store.Claims("a");
        await Store.Reports("a", Sent("1", "old"), Sent("2", "new"), Sent("3"));
        await Store.Keeps(Asks(Message("4", slot: "s")));

        Assert.Equal("new", Assert.Single(await Store.Outbox.Claim(Night, "a", Minute, 10, CancellationToken.None)).Posted!.Activity);
    }

    [Fact]
    public async Task What_was_given_up_is_listed_with_its_reason_and_can_be_put_back()
    {
        await Store.Keeps(Asks(Message("k"), Message("next")));
        await Store.Claims("a");
        await Store.Reports("a", new DeliveryReport.GivenUp("k", "blocked by the person"), new DeliveryReport.Overtaken("next", "answered"));

        var dead = Assert.Single(await Store.Outbox.List(DeliveryState.GivenUp, 10, CancellationToken.None));
        Assert.Equal((Message("k"), DeliveryState.GivenUp, 1, "blocked by the person"), (dead.Message, dead.State, dead.Attempts, dead.Reason));
        Assert.Equal(["next"], await List(DeliveryState.Overtaken));
        Assert.False(await Store.Outbox.Requeue("next", CancellationToken.None));
        Assert.True(await Store.Outbox.Requeue("k", CancellationToken.None));
        Assert.False(await Store.Outbox.Requeue("k", CancellationToken.None));
        Assert.Equal(0, Assert.Single(await Store.Outbox.Claim(Night, "a", Minute, 10, CancellationToken.None)).Attempts);
    }

    [Fact]
    public async Task What_was_given_up_for_want_of_a_way_is_put_back_once_there_is_one()
    {
        await Store.Keeps(Asks(Message("unreachable"), Message("blocked"), Message("other", Chen)));
        await Store.Claims("a");
        await Store.Reports(
            "a", new DeliveryReport.GivenUp("unreachable", "unreachable: never met"), new DeliveryReport.GivenUp("blocked", "blocked: 403"),
            new DeliveryReport.GivenUp("other", "unreachable: never met"));
        Assert.Empty(await Store.Claims("a"));

        await Store.Addresses.Learn(new Address(Li, "{}", "https://a", "t", Night), CancellationToken.None);

        Assert.Equal(["unreachable"], await Store.Claims("a"));
    }

    [Fact]
    public async Task The_service_address_that_was_vouched_for_last_is_known_whatever_its_tenant()
    {
        Assert.Null(await Store.Addresses.LastService(CancellationToken.None));
        await Store.Addresses.Learn(new Address(Li, "{}", "https://late", "b", Night + Minute), CancellationToken.None);
        await Store.Addresses.Learn(new Address(Chen, "{}", "https://early", "a", Night), CancellationToken.None);

        Assert.Equal(new ServiceAddress("b", "https://late"), await Store.Addresses.LastService(CancellationToken.None));
    }

    [Fact]
    public async Task The_next_moment_is_the_first_after_the_asked_one()
    {
        Assert.Null(await Store.Outbox.NextDue(Night, CancellationToken.None));
        await Store.Keeps(Asks(Message("now"), Message("soon", due: Night + Minute, urgency: Urgency.Urgent), Message("later", due: Night + Minute + Minute)));

        Assert.Equal(Night, await Store.Outbox.NextDue(Night - Minute, CancellationToken.None));
        Assert.Equal(Night + Minute, await Store.Outbox.NextDue(Night, CancellationToken.None));
        Assert.Equal(Night + Minute + Minute, await Store.Outbox.NextDue(Night + Minute, CancellationToken.None));
        Assert.Null(await Store.Outbox.NextDue(Night + Minute + Minute, CancellationToken.None));
    }

    [Fact]
    public async Task The_lag_counts_what_is_due_and_what_was_never_tried()
    {
        await Store.Keeps(Asks(
            Message("held", due: Night - Minute), Message("retried", Chen, Night - Duration.FromHours(1)), Message("waiting", Beijing),
            Message("sent", Recipient.Person("p")), Message("future", due: Night + Minute, urgency: Urgency.Urgent)));
        Assert.Equal(new OutboxLag(4, 4, Night - Duration.FromHours(1)), await Store.Outbox.Lag(Night, CancellationToken.None));

        await Store.Claims("a", limit: 2);
        await Store.Reports("a", new DeliveryReport.Retry("retried", Minute, "503"));
        Assert.Equal(new OutboxLag(4, 3, Night - Duration.FromHours(1)), await Store.Outbox.Lag(Night, CancellationToken.None));

        await Store.Claims("b");
        await Store.Reports("b", Sent("sent"), Sent("waiting"));
        await Store.Reports("a", Sent("held"));
        Assert.Equal(new OutboxLag(1, 0, Night - Duration.FromHours(1)), await Store.Outbox.Lag(Night, CancellationToken.None));
        Assert.Equal(new OutboxLag(2, 1, Night - Duration.FromHours(1)), await Store.Outbox.Lag(Night + Minute, CancellationToken.None));
    }

    [Fact]
    public async Task Many_hosts_drain_the_outbox_together_and_none_sends_what_another_does()
    {
        const int Recipients = 40;
        const int Each = 10;
        await Store.Keeps(Asks([.. Enumerable.Range(0, Recipients * Each).Select(i => Message($"{i % Recipients:00}/{i / Recipients:00}", Recipient.Person($"p{i % Recipients}")))]));
        var sent = new List<string>();
        var stores = new[] { Store, await Database.Open(), await Database.Open() };

        await Task.WhenAll(stores.Select((store, i) => Task.Run(async () =>
        {
            var host = $"host{i}";
            while ((await Store.Outbox.Lag(Night, CancellationToken.None)).Due > 0)
            {
                var keys = await store.Claims(host, limit: 30);
                lock (sent)
                {
                    sent.AddRange(keys);
                }

                await store.Reports(host, [.. keys.Select(key => Sent(key))]);
            }
        })));

        Assert.Equal(Recipients * Each, sent.Distinct().Count());
        Assert.Equal(Recipients * Each, sent.Count);
        Assert.All(sent.GroupBy(key => key[..2]), one => Assert.Equal(one.Order(), one));
    }

    private async Task<IEnumerable<string>> List(DeliveryState state) =>
        (await Store.Outbox.List(state, 10, CancellationToken.None)).Select(entry => entry.Message.Key);
}
