using System.Globalization;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Connector;

/// <summary>The conversations of one connector service.</summary>
internal sealed class Conversations(ConnectorClient client) : IConversations
{
    public Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        Send<ConversationResourceResponse, ConversationParameters>(HttpMethod.Post, ["conversations"], parameters, cancellationToken);

    public Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        Send<ResourceResponse, Activity>(HttpMethod.Post, ["conversations", Given(conversationId), "activities"], activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Send<ResourceResponse, Activity>(HttpMethod.Post, ["conversations", Given(conversationId), "activities", Given(activityId)], activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Send<ResourceResponse, Activity>(HttpMethod.Put, ["conversations", Given(conversationId), "activities", Given(activityId)], activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Ask<ResourceResponse>(HttpMethod.Delete, ["conversations", Given(conversationId), "activities", Given(activityId)], null, cancellationToken);

    public async Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken = default) =>
        await Ask<IList<ChannelAccount>>(HttpMethod.Get, ["conversations", Given(conversationId), "members"], null, cancellationToken).ConfigureAwait(false) ?? [];

    public async Task<ChannelAccount> GetConversationMemberAsync(string userId, string conversationId, CancellationToken cancellationToken = default) =>
        await Ask<ChannelAccount>(HttpMethod.Get, ["conversations", Given(conversationId), "members", Given(userId)], null, cancellationToken).ConfigureAwait(false)
        ?? throw new HttpRequestException("The channel answered without the member.");

    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        var query = (pageSize, continuationToken) switch
        {
            (null, null) => null,
            (null, _) => "?continuationToken=" + Uri.EscapeDataString(continuationToken),
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"?pageSize={pageSize}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"?pageSize={pageSize}&continuationToken={Uri.EscapeDataString(continuationToken)}"),
        };
        return await Ask<PagedMembersResult>(HttpMethod.Get, ["conversations", Given(conversationId), "pagedmembers"], query, cancellationToken).ConfigureAwait(false)
            ?? new PagedMembersResult(members: []);
    }

    private static string Given(string id) => string.IsNullOrEmpty(id) ? throw new ArgumentException("An id is needed.", nameof(id)) : id;

    private Task<T?> Ask<T>(HttpMethod method, string[] path, string? query, CancellationToken cancellationToken) =>
        ConnectorRequest.SendAsync<T>(client, method, ConnectorRequest.Address(client.BaseUri, path, query), null, ConnectorRequest.ErrorOf, cancellationToken);

    private async Task<T> Send<T, TBody>(HttpMethod method, string[] path, TBody body, CancellationToken cancellationToken)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(body);
        var address = ConnectorRequest.Address(client.BaseUri, path);
        var content = JsonRequestContent.Of(body, SchemaJson.TypeInfo<TBody>());
        return await ConnectorRequest.SendAsync<T>(client, method, address, content, ConnectorRequest.ErrorOf, cancellationToken).ConfigureAwait(false) ?? new T();
    }
}
