using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Connector.Teams;

/// <summary>What only Teams knows. A refusal is a <see cref="Rest.HttpOperationException"/>.</summary>
public interface ITeamsOperations
{
    Task<ConversationList> FetchChannelListAsync(string teamId, CancellationToken cancellationToken = default);

    Task<TeamDetails> FetchTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default);
}

/// <summary>A client of Teams' own part of the connector service.</summary>
public interface ITeamsConnectorClient
{
    ITeamsOperations Teams { get; }
}
