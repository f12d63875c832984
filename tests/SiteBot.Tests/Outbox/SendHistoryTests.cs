using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Tests.Outbox;

/// <summary>A machine clock of milliseconds plays the channel's limits.</summary>
public sealed class SendHistoryTests
{
    private static readonly ImmutableArray<RateLimit> Thread = DeliveryLimits.Teams.Conversation;

    private readonly SendHistory _history = new(At(1000));

    [Fact]
    public void A_conversation_that_nothing_was_sent_to_need_not_wait() =>
        Assert.Equal(Duration.Zero, _history.Wait("a", Thread, At(0)));

    [Theory]
    [InlineData(6, 0, 0)]
    [InlineData(7, 0, 1000)]
    [InlineData(7, 400, 600)]
    [InlineData(7, 999, 1)]
    [InlineData(7, 1000, 0)]
    [InlineData(8, 1000, 1000)]
    [InlineData(8, 2000, 0)]
    [InlineData(60, 5_000, 25_000)]
    [InlineData(60, 30_000, 0)]
    [InlineData(1800, 60_000, 3_540_000)]
    public void The_next_one_waits_until_the_stretch_has_room(int sentAtOnce, int after, int wait)
    {
        for (var i = 0; i < sentAtOnce; i++)
        {
            Sent("a", 0, 0);
        }

        Assert.Equal(At(wait), _history.Wait("a", Thread, At(after)));
    }

    [Fact]
    public void Another_conversation_does_not_wait_for_this_one()
    {
        for (var i = 0; i < 7; i++)
        {
            Sent("a", 0, 0);
        }

        Assert.Equal(Duration.Zero, _history.Wait("b", Thread, At(0)));
    }

    [Fact]
    public void What_is_out_counts_as_now_for_it_may_arrive_at_any_moment()
    {
        for (var i = 0; i < 7; i++)
        {
            _history.Begin("a", At(i));
        }

        Assert.Equal(At(1000), _history.Wait("a", [new RateLimit(7, At(1000))], At(900)));
    }

    [Fact]
    public void What_ended_counts_from_its_end()
    {
        Sent("a", 0, 700);
        Assert.Equal(At(1000), _history.Wait("a", [new RateLimit(1, At(1000))], At(700)));
        Assert.Equal(Duration.Zero, _history.Wait("a", [new RateLimit(1, At(1000))], At(1700)));
    }

    [Fact]
    public void What_hangs_has_arrived_after_a_second_so_that_it_holds_up_nobody_for_longer()
    {
        _history.Begin("a", At(0));
        Assert.Equal(At(500), _history.Wait("a", [new RateLimit(1, At(1000))], At(1500)));
        Assert.Equal(Duration.Zero, _history.Wait("a", [new RateLimit(1, At(1000))], At(2000)));
    }

    [Fact]
    public void What_was_not_made_does_not_count()
    {
        _history.Begin("a", At(0));
        _history.Unmade("a", At(0));
        Assert.Equal(Duration.Zero, _history.Wait("a", [new RateLimit(1, At(1000))], At(0)));
    }

    [Fact]
    public void A_flood_that_waits_as_it_is_told_never_breaks_a_limit()
    {
        var random = new Random(7);
        var arrivals = new List<Duration>();
        var machine = Duration.Zero;
        while (arrivals.Count < 2500)
        {
            machine += _history.Wait("a", Thread, machine);
            var end = machine + At(random.Next(0, 400));
            _history.Begin("a", machine);
            arrivals.Add(machine + ((end - machine) * random.NextDouble()));
            _history.End("a", machine, end);
            machine = end;
        }

        foreach (var limit in Thread)
        {
            for (var first = 0; first + limit.Count < arrivals.Count; first++)
            {
                Assert.True(arrivals[first + limit.Count] - arrivals[first] >= limit.Within, $"{limit} broken at {arrivals[first]}");
            }
        }
    }

    [Fact]
    public void What_no_limit_looks_at_any_more_is_forgotten()
    {
        Sent("a", 0, 0);
        Sent("b", 4800, 5000);
        _history.Forget(At(3000), At(4000));
        Assert.Equal(1, _history.Count);
    }

    private static Duration At(int milliseconds) => Duration.FromMilliseconds(milliseconds);

    private void Sent(string key, int began, int ended)
    {
        _history.Begin(key, At(began));
        _history.End(key, At(began), At(ended));
    }
}
