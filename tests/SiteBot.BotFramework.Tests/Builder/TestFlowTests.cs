using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Builder;

public class TestFlowTests
{
    private static Task Echo(ITurnContext turn, CancellationToken cancellationToken) =>
        turn.SendActivityAsync("echo:" + turn.Activity.Text, cancellationToken: cancellationToken);

    [Fact]
    public Task A_flow_that_holds_runs_through() => new TestFlow(new TestAdapter(), Echo)
        .Test("a", "echo:a")
        .Send("b").AssertReply(reply => Assert.Equal("echo:b", reply.AsMessageActivity()?.Text))
        .Send("c").AssertReplyOneOf(["x", "echo:c"])
        .Send("d").AssertReplyContains("cho")
        .AssertNoReply(timeout: 1)
        .StartTestAsync();

    [Fact]
    public async Task A_step_that_does_not_hold_says_what_came()
    {
        var flow = new TestFlow(new TestAdapter(), Echo).Test("a", "other");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);
        Assert.Equal("other:\nExpected:other\nReceived:echo:a", failure.Message);
    }

    [Fact]
    public async Task A_test_may_compare_replies_in_its_own_way()
    {
        var expected = new Activity(ActivityTypes.Message, text: "ECHO:A");
        await new TestFlow(new TestAdapter(), Echo).Send("a").AssertReply(expected, Comparing(StringComparison.OrdinalIgnoreCase)).StartTestAsync();
        var exact = new TestFlow(new TestAdapter(), Echo).Send("a").AssertReply(expected, Comparing(StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(exact.StartTestAsync);

        static IEqualityComparer<IActivity> Comparing(StringComparison how) => EqualityComparer<IActivity>.Create(
            (one, other) => string.Equals(one?.AsMessageActivity()?.Text, other?.AsMessageActivity()?.Text, how));
    }

    [Fact]
    public async Task A_turn_can_be_looked_into_after_it_is_through()
    {
        ITurnContext? seen = null;
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync("a", (turn, _) =>
        {
            seen = turn;
            turn.TurnState.Add("left", "behind");
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal("behind", seen!.TurnState.Get<string>("left"));
    }

    [Fact]
    public async Task A_test_may_bring_turns_of_its_own()
    {
        var adapter = new OwnTurns();
        await adapter.SendTextToBotAsync("a", (turn, token) => turn.SendActivityAsync(turn.TurnState.Get<string>("own")!, cancellationToken: token), CancellationToken.None);
        Assert.Equal("brought", adapter.GetNextReply()?.AsMessageActivity()?.Text);
    }

    [Fact]
    public async Task A_reply_that_does_not_come_is_a_timeout() =>
        await Assert.ThrowsAsync<TimeoutException>(new TestFlow(new TestAdapter(), (_, _) => Task.CompletedTask).Send("a").AssertReply("b", timeout: 1).StartTestAsync);

    [Fact]
    public async Task A_channel_of_another_name_is_seen_by_the_bot_and_in_the_reply()
    {
        var adapter = new TestAdapter(Channels.Msteams);
        await adapter.SendTextToBotAsync("a", Echo, CancellationToken.None);
        Assert.Equal(Channels.Msteams, adapter.GetNextReply()?.ChannelId);
    }

    [Fact]
    public async Task An_update_takes_the_place_of_what_waits_and_a_deletion_takes_it_away()
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync("a", async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("one", cancellationToken: token);
            var second = await turn.SendActivityAsync("two", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: first.Id, text: "new"), token);
            await turn.DeleteActivityAsync(second.Id!, token);
        }, CancellationToken.None);
        Assert.Equal("new", adapter.GetNextReply()?.AsMessageActivity()?.Text);
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task What_a_turn_throws_reaches_the_adapters_error_handler()
    {
        var adapter = new TestAdapter { OnTurnError = (turn, error) => turn.SendActivityAsync(error.Message) };
        await adapter.SendTextToBotAsync("a", (_, _) => throw new InvalidOperationException("broken"), CancellationToken.None);
        Assert.Equal("broken", adapter.GetNextReply()?.AsMessageActivity()?.Text);
    }

    private sealed class OwnTurns : TestAdapter
    {
        protected override TurnContext CreateTurnContext(Activity activity)
        {
            var turn = base.CreateTurnContext(activity);
            turn.TurnState.Add("own", "brought");
            return turn;
        }
    }
}
