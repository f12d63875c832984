using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>Clients that carry the bot's token, for addresses that a valid token vouched for, and whose token goes to that address alone.</summary>
internal sealed class VouchedConnectorFactory(Func<string?, CancellationToken, Task<ServiceClientCredentials>> credentialsFor, IVouchedServiceUrls vouched, HttpClient client) : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(serviceUrl)
            || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
            || !await vouched.IsVouchedAsync(serviceUrl, cancellationToken).ConfigureAwait(false))
        {
            throw new ServiceUrlRefusedException($"Nothing is sent to '{serviceUrl}': no valid token has vouched for it.");
        }

        var credentials = await credentialsFor(audience, cancellationToken).ConfigureAwait(false);
        return new ConnectorClient(address, new BoundCredentials(credentials, address), client);
    }

    /// <summary>A client's address can be changed; what its token is for cannot.</summary>
    private sealed class BoundCredentials(ServiceClientCredentials inner, Uri address) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Uri.Compare(request.RequestUri, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
                ? inner.ProcessHttpRequestAsync(request, cancellationToken)
                : throw new ServiceUrlRefusedException($"The bot's token is not for '{request.RequestUri?.GetLeftPart(UriPartial.Authority)}'.");
    }
}
