namespace SiteBot.BotFramework.Builder;

/// <summary>State of a person on a channel, the same in all conversations.</summary>
public class UserState : BotState
{
    public UserState(IStorage storage)
        : base(storage, nameof(UserState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/users/{StateKey.User(turnContext)}";
}

/// <summary>State of a conversation, the same for all who take part.</summary>
public class ConversationState : BotState
{
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}";
}

/// <summary>State of a person in one conversation.</summary>
public class PrivateConversationState : BotState
{
    public PrivateConversationState(IStorage storage)
        : base(storage, nameof(PrivateConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}/users/{StateKey.User(turnContext)}";
}

/// <summary>The parts of a state's key. An activity that lacks one is refused, so that nobody's state becomes everybody's.</summary>
internal static class StateKey
{
    public static string Channel(ITurnContext turnContext) =>
        turnContext.Activity.ChannelId ?? throw new ArgumentNullException(nameof(turnContext), "The activity has no channelId.");

    public static string Conversation(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.Id ?? throw new ArgumentNullException(nameof(turnContext), "The activity has no conversation.id.");

    public static string User(ITurnContext turnContext) =>
        turnContext.Activity.From?.Id ?? throw new ArgumentNullException(nameof(turnContext), "The activity has no from.id.");
}
