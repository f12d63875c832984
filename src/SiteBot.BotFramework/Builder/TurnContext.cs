using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder;

/// <summary>
/// One turn of a bot. What is sent through it passes the handlers of <see cref="OnSendActivities"/> first, so that a host may hold replies
/// back until it has stored what they tell of. After <see cref="Dispose()"/> it sends nothing any more.
/// </summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string TurnLocale = "turn.locale";

    // Named as in the SDK, whose own test of a turn within a turn looks for these three by name.
    private readonly List<SendActivitiesHandler> _onSendActivities = [];
    private readonly List<UpdateActivityHandler> _onUpdateActivity = [];
    private readonly List<DeleteActivityHandler> _onDeleteActivity = [];
    private bool disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
        TurnState = [];
        BufferedReplyActivities = [];
    }

    /// <summary>A turn within <paramref name="turnContext"/> about another activity; it shares state, handlers and buffered replies.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        BufferedReplyActivities = [];
        if (turnContext is TurnContext outer)
        {
            BufferedReplyActivities = outer.BufferedReplyActivities;
            _onSendActivities = outer._onSendActivities;
            _onUpdateActivity = outer._onUpdateActivity;
            _onDeleteActivity = outer._onDeleteActivity;
        }
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; }

    public Activity Activity { get; }

    /// <summary>The language of this turn, where somebody decided on another one than the activity's; null until then.</summary>
    public string? Locale
    {
        get => TurnState.Get<string>(TurnLocale);
        set => TurnState.Set(TurnLocale, value);
    }

    public bool Responded { get; private set; }

    /// <summary>The replies that go back in the HTTP response, where the channel asked for them there.</summary>
    public List<Activity> BufferedReplyActivities { get; }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _onSendActivities.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        _onUpdateActivity.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        _onDeleteActivity.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public async Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend));
        }

        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
        {
            message.Speak = speak;
        }

        if (!string.IsNullOrEmpty(inputHint))
        {
            message.InputHint = inputHint;
        }

        return await SendActivityAsync(message, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses is [var first, ..] ? first : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            outgoing.Add(((Activity)activity).ApplyConversationReference(reference));
        }

        return _onSendActivities.Count == 0 ? DeliverAsync(outgoing, cancellationToken) : SendFrom(0);

        Task<ResourceResponse[]> SendFrom(int handler) => handler < _onSendActivities.Count
            ? _onSendActivities[handler](this, outgoing, () => SendFrom(handler + 1))
            : DeliverAsync(outgoing, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(activity);
        var replacement = ((Activity)activity).ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFrom(0);

        Task<ResourceResponse> UpdateFrom(int handler) => handler < _onUpdateActivity.Count
            ? _onUpdateActivity[handler](this, replacement, () => UpdateFrom(handler + 1))
            : Adapter.UpdateActivityAsync(this, replacement, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFrom(0);

        Task DeleteFrom(int handler) => handler < _onDeleteActivity.Count
            ? _onDeleteActivity[handler](this, conversationReference, () => DeleteFrom(handler + 1))
            : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            TurnState.Dispose();
        }

        disposed = true;
    }

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ResourceResponse[] responses;
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            responses = Buffer(activities);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, [.. activities], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < responses.Length && i < activities.Count; i++)
            {
                // What was sent can be updated or deleted by the id that the channel gave it.
                activities[i].Id = responses[i].Id;
            }
        }

        if (activities.Exists(activity => activity.Type != ActivityTypes.Trace))
        {
            Responded = true;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        var responses = new ResourceResponse[activities.Count];
        for (var i = 0; i < responses.Length; i++)
        {
            // An invoke's answer does not reach the adapter by sending, so it is left where the adapter looks for it.
            if (activities[i].Type == ActivityTypesEx.InvokeResponse)
            {
                TurnState.Set(BotAdapter.InvokeResponseKey, activities[i]);
            }

            BufferedReplyActivities.Add(activities[i]);
            responses[i] = new ResourceResponse();
        }

        return responses;
    }
}
