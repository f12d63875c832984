using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Connector.Teams;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;
using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Builder.Teams;

/// <summary>Asks Teams about the conversation of a turn, through the connector client in the turn's state.</summary>
public static class TeamsInfo
{
    private const string NotInATeam = "This method is only valid within the scope of MS Teams Team.";

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        return TeamsOf(turnContext).FetchTeamDetailsAsync(team, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        var list = await TeamsOf(turnContext).FetchChannelListAsync(team, cancellationToken).ConfigureAwait(false);
        return list.Conversations ?? [];
    }

    /// <summary>A person of the turn's team, or of its conversation where it is in no team.</summary>
    public static async Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        var member = await ConversationsOf(turnContext).GetConversationMemberAsync(userId, PlaceOf(turnContext), cancellationToken).ConfigureAwait(false);
        return AsTeams(member);
    }

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static async Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        return AsTeams(await ConversationsOf(turnContext).GetConversationMemberAsync(userId, team, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>One page of the people of the turn's team, or of its conversation where it is in no team.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, PlaceOf(turnContext), pageSize, continuationToken, cancellationToken);

    /// <exception cref="InvalidOperationException">No team is named and the turn is not in one.</exception>
    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string? teamId = null, string? continuationToken = null, int? pageSize = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, TeamOf(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    /// <summary>Begins a new thread in a channel with this activity.</summary>
    /// <returns>The new thread, and the id of its first message.</returns>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentException.ThrowIfNullOrEmpty(teamsChannelId);
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        Tuple<ConversationReference, string>? started = null;
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl!,
            null,
            parameters,
            (turn, _) =>
            {
                started = new(turn.Activity.GetConversationReference(), turn.Activity.Id!);
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        return started ?? throw new InvalidOperationException("The channel created no conversation.");
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string place, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var page = await ConversationsOf(turnContext).GetConversationPagedMembersAsync(place, pageSize, continuationToken, cancellationToken).ConfigureAwait(false);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static string TeamOf(ITurnContext turnContext, string? teamId) =>
        teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException(NotInATeam);

    private static string PlaceOf(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id is { Length: > 0 } team ? team : turnContext.Activity.Conversation?.Id
        ?? throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");

    private static IConversations ConversationsOf(ITurnContext turnContext) => ClientOf(turnContext).Conversations;

    private static ITeamsOperations TeamsOf(ITurnContext turnContext) => ClientOf(turnContext) is ITeamsConnectorClient client
        ? client.Teams
        : throw new InvalidOperationException("The turn's connector client does not speak to Teams.");

    private static IConnectorClient ClientOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("This method requires a connector client.");

    private static TeamsChannelAccount AsTeams(ChannelAccount account) =>
        account as TeamsChannelAccount ?? LooseJson.Read<TeamsChannelAccount>(account)!;
}
