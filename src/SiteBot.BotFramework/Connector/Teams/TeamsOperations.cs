using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Connector.Teams;

/// <summary>Teams' own part of one connector service.</summary>
internal sealed class TeamsOperations(ConnectorClient client) : ITeamsOperations
{
    public Task<ConversationList> FetchChannelListAsync(string teamId, CancellationToken cancellationToken = default) =>
        Ask<ConversationList>(["teams", teamId, "conversations"], cancellationToken);

    public Task<TeamDetails> FetchTeamDetailsAsync(string teamId, CancellationToken cancellationToken = default) =>
        Ask<TeamDetails>(["teams", teamId], cancellationToken);

    private async Task<T> Ask<T>(string[] path, CancellationToken cancellationToken)
        where T : new() =>
        await ConnectorRequest.SendAsync<T>(client, HttpMethod.Get, ConnectorRequest.Address(client.BaseUri, path), null, ConnectorRequest.OperationErrorOf, cancellationToken).ConfigureAwait(false) ?? new T();
}
