using System.Security.Claims;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>Who may bring an activity in, and with which proof answers go out: one cloud, one bot.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Checks that the channel itself brought this activity.</summary>
    /// <exception cref="UnauthorizedAccessException">There is no token, or not a valid one for this bot.</exception>
    /// <exception cref="ForbiddenActivityException">The token is valid, and not for this activity.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken);

    /// <summary>Clients for turns that the bot begins itself.</summary>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    /// <summary>The audience that the channel's own tokens are asked for.</summary>
    public virtual string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    /// <summary>Checks a request of the channel's that carries no activity.</summary>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>Makes clients of connector services.</summary>
public abstract class ConnectorFactory
{
    /// <exception cref="ServiceUrlRefusedException">This address gets nothing of the bot's.</exception>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}

/// <summary>What is known of who brought an activity.</summary>
public class AuthenticateRequestResult
{
    public string? Audience { get; set; }

    public ClaimsIdentity? ClaimsIdentity { get; set; }

    public string? CallerId { get; set; }

    public ConnectorFactory? ConnectorFactory { get; set; }
}
