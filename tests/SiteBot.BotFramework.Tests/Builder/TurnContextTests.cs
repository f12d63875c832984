using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Builder;

public class TurnContextTests
{
    private readonly SilentAdapter adapter = new();

    private TurnContext Turn(Activity? activity = null) => new(adapter, activity ?? new Activity(ActivityTypes.Message, id: "m1")
    {
        ChannelId = "test",
        ServiceUrl = "http://channel",
        Conversation = new ConversationAccount(id: "c1"),
        From = new ChannelAccount("u1"),
        Recipient = new ChannelAccount("b1"),
    });

    [Fact]
    public async Task A_reply_goes_back_to_where_the_activity_came_from()
    {
        using var turn = Turn();
        await turn.SendActivityAsync("hello");

        var sent = Assert.Single(adapter.Sent);
        Assert.Equal(("m1", "u1", "b1", "c1", "http://channel"), (sent.ReplyToId, sent.Recipient?.Id, sent.From?.Id, sent.Conversation?.Id, sent.ServiceUrl));
        Assert.True(turn.Responded);
    }

    [Fact]
    public void A_turn_may_be_in_another_language_than_its_activity()
    {
        using var turn = Turn(new Activity(ActivityTypes.Message, locale: "zh-CN"));
        var dialogs = new DialogContext(new DialogSet(), turn, new DialogState());
        Assert.Null(turn.Locale);
        Assert.Equal("zh-CN", dialogs.GetLocale());

        turn.Locale = "en-US";
        Assert.Equal("en-US", dialogs.GetLocale());
        Assert.Equal("en-US", new TurnContext(turn, new Activity(ActivityTypes.Event)).Locale);

        turn.Locale = null;
        Assert.Equal("zh-CN", dialogs.GetLocale());
    }

    [Fact]
    public async Task A_trace_is_no_response()
    {
        using var turn = Turn();
        await turn.SendActivityAsync(Activity.CreateTraceActivity("trace"));
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task A_handler_that_calls_nothing_holds_the_replies_back()
    {
        using var turn = Turn();
        var held = new List<Activity>();
        turn.OnSendActivities((_, activities, _) =>
        {
            held.AddRange(activities);
            return Task.FromResult<ResourceResponse[]>([]);
        });

        var response = await turn.SendActivityAsync("later");

        Assert.Empty(adapter.Sent);
        Assert.Equal("later", Assert.Single(held).Text);
        Assert.Null(response.Id);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Handlers_run_in_the_order_in_which_they_were_added()
    {
        using var turn = Turn();
        var order = new List<int>();
        turn.OnSendActivities((_, _, next) => Note(1, next));
        turn.OnSendActivities((_, _, next) => Note(2, next));
        await turn.SendActivityAsync("x");
        Assert.Equal([1, 2], order);

        Task<ResourceResponse[]> Note(int number, Func<Task<ResourceResponse[]>> next)
        {
            order.Add(number);
            return next();
        }
    }

    [Fact]
    public async Task Where_replies_are_expected_in_the_response_nothing_is_sent()
    {
        using var turn = Turn(new Activity(ActivityTypes.Message, deliveryMode: DeliveryModes.ExpectReplies));
        await turn.SendActivityAsync("in the body");
        Assert.Empty(adapter.Sent);
        Assert.Equal("in the body", Assert.Single(turn.BufferedReplyActivities).Text);
    }

    [Fact]
    public async Task Updates_and_deletions_pass_their_handlers()
    {
        using var turn = Turn();
        turn.OnUpdateActivity((_, activity, next) =>
        {
            activity.Text += "!";
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            reference.ActivityId += "!";
            return next();
        });

        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: "a", text: "new"));
        await turn.DeleteActivityAsync("a");

        Assert.Equal("new!", Assert.Single(adapter.Updated).Text);
        Assert.Equal("a!", Assert.Single(adapter.Deleted));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task An_empty_text_is_refused(string? text)
    {
        using var turn = Turn();
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(text!));
    }

    [Fact]
    public async Task After_its_end_a_turn_sends_nothing()
    {
        var turn = Turn();
        turn.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("too late"));
        Assert.Empty(adapter.Sent);
    }

    [Fact]
    public void What_a_turn_holds_goes_with_it_but_for_shared_clients()
    {
        var turn = Turn();
        var (own, client) = (new Thing(), new SharedClient());
        turn.TurnState.Add(own);
        turn.TurnState.Add<IConnectorClient>(client);
        turn.Dispose();
        Assert.True(own.Disposed);
        Assert.False(client.Disposed);
    }

    [Fact]
    public void State_is_found_by_key_or_type()
    {
        using var turn = Turn();
        turn.TurnState.Add("key", "by key");
        turn.TurnState.Add("by type");
        Assert.Equal("by key", turn.TurnState.Get<string>("key"));
        Assert.Equal("by type", turn.TurnState.Get<string>());
        Assert.Null(turn.TurnState.Get<object>("unknown"));
        Assert.Throws<ArgumentNullException>(() => turn.TurnState.Get<object>(null!));
    }

    private class Thing : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }

    private sealed class SharedClient : Thing, IConnectorClient
    {
        public Uri BaseUri { get; set; } = new("http://channel");

        public IConversations Conversations => throw new NotSupportedException();
    }
}
