using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>What a stream owes from now on, over either database.</summary>
public abstract class PlanContract : StoreContract
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task A_new_plan_replaces_the_one_before()
    {
        await Store.Keeps(Owes(Message("day1"), Message("day2", due: Night + Day)));
        await Store.Keeps(Owes(Message("day2", due: Night + Day), Message("day3", due: Night + Day + Day)));

        Assert.Equal(["day2", "day3"], await Waiting());
    }

    [Fact]
    public async Task An_empty_plan_takes_everything_back()
    {
        await Store.Keeps(Owes(Message("day1"), Message("day2")));
        await Store.Keeps(Owes());

        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task A_plan_leaves_other_streams_and_messages_asked_for_alone()
    {
        await Store.Keeps(Asks(Message("asked")));
        await Store.Keeps(new Commit { Plans = [new PlanWrite(StreamId.Visit("8"), [Message("others")])] });

        await Store.Keeps(Owes(Message("mine"), Message("asked", due: Night + Day), Message("others", due: Night + Day)));
        await Store.Keeps(Owes());

        Assert.Equal(["asked", "others"], await Waiting());
        Assert.Equal(["asked", "others"], await Store.Claims());
    }

    [Fact]
    public async Task A_message_still_waiting_takes_its_new_due_time_and_words()
    {
        await Store.Keeps(Owes(Message("k")));
        var moved = Message("k", Recipient.Person("chen.fang"), Night + Day, Urgency.Urgent, "slot") with { Data = """{"day":2}""", Kind = "overdue" };

        await Store.Keeps(Owes(moved));

        Assert.Empty(await Store.Claims());
        Assert.Equal(moved, Assert.Single(await Store.Outbox.Claim(Night + Day, "a", Duration.FromMinutes(1), 10, CancellationToken.None)).Message);
    }

    [Fact]
    public async Task A_message_on_its_way_is_left_to_its_host()
    {
        await Store.Keeps(Owes(Message("k"), Message("moved")));
        await Store.Claims("a");

        await Store.Keeps(Owes(Message("moved", due: Night + Day)));

        Assert.Equal(["k", "moved"], await Waiting());
        await Store.Reports("a", Sent("k"), Sent("moved"));
        Assert.Empty(await Waiting());
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("given up")]
    [InlineData("overtaken")]
    public async Task A_key_that_is_settled_is_not_owed_again(string how)
    {
        await Store.Keeps(Owes(Message("k")));
        await Store.Claims("a");
        await Store.Reports("a", how switch
        {
            "sent" => Sent("k"),
            "given up" => new DeliveryReport.GivenUp("k", "blocked"),
            _ => new DeliveryReport.Overtaken("k", "done"),
        });

        await Store.Keeps(Owes(Message("k", due: Night - Day)));

        Assert.Empty(await Waiting());
        Assert.Empty(await Store.Claims());
    }

    [Fact]
    public async Task A_message_that_waits_for_another_try_goes_with_its_plan_and_keeps_resting_where_it_stays()
    {
        await Store.Keeps(Owes(Message("gone"), Message("stays", Recipient.Person("chen.fang"))));
        await Store.Claims("a");
        await Store.Reports("a", new DeliveryReport.Retry("gone", Day, "502"), new DeliveryReport.Retry("stays", Day, "502"));

        await Store.Keeps(Owes(Message("stays", Recipient.Person("chen.fang"))));

        Assert.Equal(["stays"], await Waiting());
        Assert.Empty(await Store.Claims());
        Database.ForwardMachineClock(Day + Day);
        Assert.Equal(["stays"], await Store.Claims());
    }

    [Fact]
    public async Task A_plan_goes_with_its_facts_or_not_at_all()
    {
        await Store.Keeps(Owes(Message("k")));
        var outcome = await Store.Ledger.Commit(Facts(Visit, 5, Fact()) with { Plans = [new PlanWrite(Visit, [])] });

        Assert.IsType<CommitOutcome.Conflict>(outcome);
        Assert.Equal(["k"], await Waiting());
    }

    [Fact]
    public async Task Plans_and_claims_at_once_neither_lose_nor_double_a_message()
    {
        const int Rounds = 60;
        var other = await Database.Open();
        var sent = new List<string>();

        async Task Plan()
        {
            for (var round = 0; round < Rounds; round++)
            {
                await Store.Keeps(Owes([.. Enumerable.Range(round, 5).Select(n => Message($"k{n:000}", Recipient.Person($"p{n % 3}")))]));
            }
        }

        async Task Deliver(Task plans)
        {
            while (!plans.IsCompleted || (await other.Outbox.Lag(Night, CancellationToken.None)).Due > 0)
            {
                var keys = await other.Claims("b", limit: 3);
                sent.AddRange(keys);
                await other.Reports("b", [.. keys.Select(key => Sent(key))]);
            }
        }

        var planning = Task.Run(Plan);
        await Deliver(planning);
        await planning;

        Assert.Equal(sent.Distinct().Count(), sent.Count);
        Assert.Equal(Enumerable.Range(Rounds - 1, 5).Select(n => $"k{n:000}"), sent.Order().TakeLast(5));
    }

    private async Task<IEnumerable<string>> Waiting() =>
        (await Store.Outbox.List(DeliveryState.Waiting, 100, CancellationToken.None)).Select(entry => entry.Message.Key).Order();
}
