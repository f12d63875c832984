using System.Globalization;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Adapters;

/// <summary>A channel for tests: what the bot sends waits in <see cref="ActiveQueue"/> until it is asked for.</summary>
public class TestAdapter : BotAdapter
{
    private readonly bool sendTraceActivity;
    private readonly Lock conversationLock = new();
    private readonly SemaphoreSlim arrived = new(0);
    private int nextId;

    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
        : this(conversation, Channels.Test, sendTraceActivity)
    {
    }

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(null, channelId, sendTraceActivity)
    {
    }

    private TestAdapter(ConversationReference? conversation, string channelId, bool sendTraceActivity)
    {
        this.sendTraceActivity = sendTraceActivity;
        Conversation = conversation ?? CreateConversation("convo1", channelId, "User1", "Bot");
    }

    /// <summary>Replies that have not been taken, oldest first.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    public string Locale { get; set; } = "en-us";

    /// <summary>Whether trace activities are put into the queue as well.</summary>
    public bool EnableTrace { get; set; }

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") =>
        CreateConversation(name, Channels.Test, user, bot);

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn for this activity; what it lacks is filled in from <see cref="Conversation"/>. The turn's context stays open: a test may look into it afterwards.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler? callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Complete(activity);
        await RunPipelineAsync(CreateTurnContext(activity), callback, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
            {
                activity.Id = Guid.NewGuid().ToString("n");
            }

            activity.Timestamp ??= Now();
            if (activity.Type == ActivityTypesEx.Delay)
            {
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            }
            else if (activity.Type != ActivityTypes.Trace || sendTraceActivity || EnableTrace)
            {
                Enqueue(activity);
            }

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (conversationLock)
        {
            var queued = ActiveQueue.ToArray();
            ActiveQueue.Clear();
            foreach (var old in queued)
            {
                ActiveQueue.Enqueue(old.Id == activity.Id ? activity : old);
            }

            return Task.FromResult(Array.Exists(queued, old => old.Id == activity.Id) ? new ResourceResponse(activity.Id) : new ResourceResponse());
        }
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (conversationLock)
        {
            var kept = ActiveQueue.Where(activity => activity.Id != reference.ActivityId).ToArray();
            ActiveQueue.Clear();
            Array.ForEach(kept, ActiveQueue.Enqueue);
        }

        return Task.CompletedTask;
    }

    /// <summary>Begins a new conversation with an empty queue and a conversation update.</summary>
    public Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString("n") };
        return callback(CreateTurnContext((Activity)update), cancellationToken);
    }

    /// <summary>The oldest reply that has not been taken; null where there is none.</summary>
    public IActivity? GetNextReply()
    {
        lock (conversationLock)
        {
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
        }
    }

    /// <summary>The oldest reply that has not been taken, as soon as there is one.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (GetNextReply() is { } reply)
            {
                return reply;
            }

            await arrived.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A message of the user's in this conversation.</summary>
    public Activity MakeActivity(string? text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = (nextId++).ToString(CultureInfo.InvariantCulture),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler? callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>The context of a turn; a test may bring one of its own.</summary>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference CreateConversation(string name, string channelId, string user, string bot) => new()
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(false, id: name, name: name),
        User = new ChannelAccount(id: user.ToLowerInvariant(), name: user),
        Bot = new ChannelAccount(id: bot.ToLowerInvariant(), name: bot),
        Locale = "en-us",
    };

#pragma warning disable RS0030 // A channel stamps what passes with the time of day, and this one is a channel.
    private static DateTimeOffset Now() => DateTimeOffset.UtcNow;
#pragma warning restore RS0030

    private void Complete(Activity activity)
    {
        lock (conversationLock)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From is null or { Id: "unknown" or null } or { Role: RoleTypes.Bot })
            {
                activity.From = Conversation.User;
            }

            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id ??= (nextId++).ToString(CultureInfo.InvariantCulture);
            activity.Timestamp ??= Now();
            activity.LocalTimestamp ??= activity.Timestamp;
        }
    }

    private void Enqueue(Activity activity)
    {
        lock (conversationLock)
        {
            ActiveQueue.Enqueue(activity);
        }

        arrived.Release();
    }
}
