using System.Runtime.CompilerServices;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Adapters;

/// <summary>
/// A conversation to try, step by step: each call returns the flow with one step more, and <see cref="StartTestAsync"/> runs them in order.
/// A step that does not hold throws. Timeouts are in milliseconds.
/// </summary>
public partial class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly Func<Task> steps;
    private readonly BotCallbackHandler? callback;

    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
        : this(adapter, callback, static () => Task.CompletedTask)
    {
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    /// <summary>The steps of <paramref name="flow"/> are in <paramref name="testTask"/> or left out.</summary>
    public TestFlow(Func<Task> testTask, TestFlow flow)
        : this(flow.adapter, flow.callback, testTask)
    {
    }

    private TestFlow(TestAdapter adapter, BotCallbackHandler? callback, Func<Task> steps)
    {
        this.adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        this.callback = callback;
        this.steps = steps ?? throw new ArgumentNullException(nameof(steps));
    }

    public Task StartTestAsync() => steps();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => adapter.SendTextToBotAsync(userSays, callback, default));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => adapter.ProcessActivityAsync((Activity)userActivity, callback, default));
    }

    /// <summary>Both the user and the bot join.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = Activity.CreateConversationUpdateActivity();
        update.MembersAdded!.Add(adapter.Conversation.User!);
        return adapter.ProcessActivityAsync((Activity)update, callback, default);
    });

    public TestFlow Delay(uint ms) => Then(() => Task.Delay((int)ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, IActivity expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    public TestFlow Test(IActivity userActivity, string expected, string? description = null, uint timeout = 3000) =>
        Send(userActivity).AssertReply(expected, description, timeout);

    public TestFlow Test(IActivity userActivity, Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) =>
        Send(userActivity).AssertReply(validateActivity, description, timeout);

    /// <summary>Plays a transcript: what the user says is sent, what the bot says is expected.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string? description = null, uint timeout = 3000) =>
        Test(activities, (expected, actual) => Reply.MustEqual(expected, actual, description), description, timeout);

    public TestFlow Test(IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(validateReply);
        return activities.Aggregate(this, (flow, activity) => activity.From?.Role == RoleTypes.Bot
            ? flow.AssertReply(reply => validateReply(activity, reply), description, timeout)
            : flow.Send(activity));
    }

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await steps().ConfigureAwait(false);
            await step().ConfigureAwait(false);
        },
        this);
}

/// <summary>Compares a reply with what was expected; throws where they differ.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);
