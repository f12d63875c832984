using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>A way to a recipient, through the adapter. Nothing here throws for what the channel does, save that a cancelled attempt ends with its cancellation.</summary>
internal abstract class Way(BotAdapter adapter, string appId, ConversationReference reference)
{
    protected BotAdapter Adapter => adapter;

    protected string AppId => appId;

    protected ConversationReference Reference => reference;

    /// <summary>Posts a new message.</summary>
    public abstract ValueTask<DeliveryOutcome> Post(Activity activity, CancellationToken cancellation);

    /// <summary>Changes the message that stands there.</summary>
    public ValueTask<DeliveryOutcome> Update(Posted standing, Activity activity, CancellationToken cancellation)
    {
        activity.Id = standing.Activity;
        return InConversation(standing.Conversation, async (client, stop) =>
        {
            await client.Conversations.UpdateActivityAsync(standing.Conversation, standing.Activity, activity, stop);
            return new DeliveryOutcome.Delivered(standing);
        }, activity, cancellation);
    }

    /// <summary>Runs one request in a conversation. The adapter's own error handler must not see what the channel answers: it is no fault of a turn.</summary>
    protected async ValueTask<DeliveryOutcome> InConversation(
        string conversation, Func<IConnectorClient, CancellationToken, Task<DeliveryOutcome>> request, Activity activity, CancellationToken cancellation)
    {
        var there = new ConversationReference
        {
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            User = reference.User,
            Bot = reference.Bot,
            Conversation = new ConversationAccount
            {
                Id = conversation,
                ConversationType = reference.Conversation!.ConversationType,
                TenantId = reference.Conversation.TenantId,
                IsGroup = reference.Conversation.IsGroup,
            },
        };
        activity.ApplyConversationReference(there, isIncoming: false);
        DeliveryOutcome? outcome = null;
        try
        {
            await adapter.ContinueConversationAsync(appId, there, async (turn, stop) => outcome = await Asked(turn, request, stop, cancellation), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return outcome ?? ChannelAnswer.Of(failure);
        }

        cancellation.ThrowIfCancellationRequested();
        return outcome ?? new DeliveryOutcome.Failed(FailureKind.Passing, "The turn ended before anything was sent.");
    }

    private static async Task<DeliveryOutcome?> Asked(
        ITurnContext turn, Func<IConnectorClient, CancellationToken, Task<DeliveryOutcome>> request, CancellationToken stop, CancellationToken cancellation)
    {
        try
        {
            return await request(turn.TurnState.Get<IConnectorClient>()!, stop);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            return ChannelAnswer.Of(failure);
        }
    }
}

/// <summary>A conversation that is known; where it turns out to be gone its address is forgotten, so that the next attempt opens it anew.</summary>
internal sealed class KnownWay(BotAdapter adapter, string appId, Address address, KnownConversation known, IAddressBook book)
    : Way(adapter, appId, known.Reference(address.ServiceUrl))
{
    public override async ValueTask<DeliveryOutcome> Post(Activity activity, CancellationToken cancellation)
    {
        var conversation = known.Conversation.Id;
        var outcome = await InConversation(conversation, async (client, stop) =>
        {
            var sent = await client.Conversations.SendToConversationAsync(conversation, activity, stop);
            return new DeliveryOutcome.Delivered(sent?.Id is { Length: > 0 } id ? new Posted(conversation, id) : null);
        }, activity, cancellation);
        if (outcome is DeliveryOutcome.Failed { Kind: FailureKind.ConversationGone })
        {
            await book.Unlearn(address, cancellation);
        }

        return outcome;
    }
}

/// <summary>A personal chat that is opened first, and then known.</summary>
internal sealed class OpenedChat(BotAdapter adapter, string appId, ConversationReference reference, ConversationParameters parameters, Recipient to, IAddressBook book, IRequestPace pace, Instant now)
    : Way(adapter, appId, reference)
{
    public override async ValueTask<DeliveryOutcome> Post(Activity activity, CancellationToken cancellation)
    {
        string? conversation = null;
        try
        {
            await Adapter.CreateConversationAsync(AppId, Reference.ChannelId!, Reference.ServiceUrl!, null, parameters, (turn, _) =>
            {
                conversation = turn.Activity.Conversation?.Id;
                return Task.CompletedTask;
            }, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return ChannelAnswer.OfOpening(failure);
        }

        if (string.IsNullOrEmpty(conversation))
        {
            return new DeliveryOutcome.Failed(FailureKind.Passing, "The channel opened a conversation and did not name it.");
        }

        var known = new KnownConversation(
            Reference.ChannelId, new KnownPlace(conversation, "personal", parameters.TenantId), KnownAccount.Of(parameters.Members![0]), KnownAccount.Of(parameters.Bot));
        var address = new Address(to, known.Json(), Reference.ServiceUrl!, parameters.TenantId ?? "", now);
        await book.Learn(address, cancellation);
        await pace.Another(to, Urgency.Urgent, cancellation);
        return await new KnownWay(Adapter, AppId, address, known, book).Post(activity, cancellation);
    }
}

/// <summary>A new thread in a channel; the message begins it.</summary>
internal sealed class NewThread(BotAdapter adapter, string appId, ConversationReference reference, ConversationParameters parameters)
    : Way(adapter, appId, reference)
{
    public override async ValueTask<DeliveryOutcome> Post(Activity activity, CancellationToken cancellation)
    {
        parameters.Activity = activity;
        Posted? posted = null;
        try
        {
            await Adapter.CreateConversationAsync(AppId, Reference.ChannelId!, Reference.ServiceUrl!, null, parameters, (turn, _) =>
            {
                posted = PostedIn(turn.Activity);
                return Task.CompletedTask;
            }, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return ChannelAnswer.OfOpening(failure);
        }

        return new DeliveryOutcome.Delivered(posted);
    }

    // The thread's id ends with its first message's where the channel did not name that one.
    private static Posted? PostedIn(Activity begun)
    {
        const string Mark = ";messageid=";
        var conversation = begun.Conversation?.Id;
        var mark = conversation?.IndexOf(Mark, StringComparison.Ordinal) ?? -1;
        return conversation is not null && mark > 0 ? new Posted(conversation, conversation[(mark + Mark.Length)..])
            : conversation is { Length: > 0 } && begun.Id is { Length: > 0 } id ? new Posted(conversation, id)
            : null;
    }
}
