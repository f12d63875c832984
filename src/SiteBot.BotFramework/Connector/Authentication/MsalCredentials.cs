using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>A token for a secret or a certificate.</summary>
internal sealed class ConfidentialAppCredentials(IConfidentialClientApplication application, string appId, string oAuthScope, bool sendX5c, TimeProvider time)
    : AppCredentials(appId, oAuthScope, time)
{
    protected override async Task<BotToken> AcquireAsync(bool forceRefresh, CancellationToken cancellationToken)
    {
        var result = await application.AcquireTokenForClient([OAuthScope.TrimEnd('/') + "/.default"])
            .WithForceRefresh(forceRefresh)
            .WithSendX5C(sendX5c)
            .ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return new BotToken(result.AccessToken, result.ExpiresOn);
    }
}

/// <summary>A token for a managed identity: the machine itself is the secret.</summary>
internal sealed class ManagedIdentityAppCredentials(IManagedIdentityApplication application, string appId, string oAuthScope, TimeProvider time)
    : AppCredentials(appId, oAuthScope, time)
{
    protected override async Task<BotToken> AcquireAsync(bool forceRefresh, CancellationToken cancellationToken)
    {
        var result = await application.AcquireTokenForManagedIdentity(OAuthScope)
            .WithForceRefresh(forceRefresh)
            .ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return new BotToken(result.AccessToken, result.ExpiresOn);
    }
}

/// <summary>Has the identity library ask through the host's own client.</summary>
internal sealed class MsalHttpClients(HttpClient client) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => client;
}
