using System.Security.Claims;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// Local mode: asks nobody for a token and sends none, and speaks to addresses of this machine alone.
/// A host composes it on purpose; no setting leads here. Who may connect at all is the host's to guard.
/// </summary>
public sealed class LoopbackBotFrameworkAuthentication(HttpClient httpClient) : BotFrameworkAuthentication
{
    private readonly LoopbackConnectorFactory connectors = new(httpClient);

    /// <exception cref="ForbiddenActivityException">The activity names an address that is not this machine's.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.ServiceUrl is { Length: > 0 } serviceUrl && LoopbackOf(serviceUrl) is null)
        {
            return Task.FromException<AuthenticateRequestResult>(new ForbiddenActivityException("In local mode the serviceUrl must be an address of this machine."));
        }

        return Task.FromResult(new AuthenticateRequestResult
        {
            Audience = GetOriginatingAudience(),
            ClaimsIdentity = Anonymous(),
            ConnectorFactory = connectors,
        });
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) => Task.FromResult(Anonymous());

    private static ClaimsIdentity Anonymous() =>
        new([new Claim(AuthenticationConstants.AppIdClaim, AuthenticationConstants.AnonymousSkillAppId)], AuthenticationConstants.AnonymousAuthType);

    private static Uri? LoopbackOf(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.IsLoopback ? address : null;

    private sealed class LoopbackConnectorFactory(HttpClient httpClient) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken) =>
            LoopbackOf(serviceUrl) is { } address
                ? Task.FromResult<IConnectorClient>(new ConnectorClient(address, null, httpClient))
                : Task.FromException<IConnectorClient>(new ServiceUrlRefusedException($"In local mode nothing is sent to '{serviceUrl}': it is no address of this machine."));
    }
}
