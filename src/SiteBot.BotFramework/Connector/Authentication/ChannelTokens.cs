using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// Checks incoming tokens: RS256 by a key of the issuer's OpenID document, issued to this bot, alive within five minutes of skew.
/// A channel's must also name the activity's serviceUrl, by a key that is endorsed for its channel. An emulator's is the bot's own token
/// from its own tenant; it names no address, so it is good for addresses of this machine alone.
/// </summary>
internal sealed class ChannelTokens(
    CloudEndpoints cloud,
    ServiceClientCredentialsFactory credentials,
    string? tenant,
    IReadOnlyCollection<string> requiredEndorsements,
    HttpClient client,
    TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };
    private readonly OpenIdKeys channelKeys = new(client, cloud.ChannelMetadataUrl, time);
    private readonly OpenIdKeys emulatorKeys = new(client, cloud.EmulatorMetadataUrl, time);
    private readonly IReadOnlyList<string> emulatorIssuers = tenant is null ? [] : cloud.IssuersOf(tenant);

    /// <exception cref="UnauthorizedAccessException">The token is not valid for this bot.</exception>
    /// <exception cref="ForbiddenActivityException">It is, but not for this activity.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string? authHeader, Activity activity, CancellationToken cancellationToken)
    {
        var token = TokenOf(authHeader);
        if (token.Issuer == cloud.Issuer)
        {
            var (identity, key) = await ValidateAsync(token, cloud.Issuer, channelKeys, cancellationToken).ConfigureAwait(false);
            RequireEndorsement(key, activity.ChannelId);
            RequireServiceUrl(identity, activity.ServiceUrl);
            return identity;
        }

        if (emulatorIssuers.Contains(token.Issuer))
        {
            var (identity, _) = await ValidateAsync(token, token.Issuer, emulatorKeys, cancellationToken).ConfigureAwait(false);
            await RequireOwnTokenAsync(identity, cancellationToken).ConfigureAwait(false);
            return Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address) && address.IsLoopback
                ? identity
                : throw new ForbiddenActivityException("A token of the bot's own tenant speaks for addresses of this machine alone.");
        }

        throw new UnauthorizedAccessException("The token has another issuer.");
    }

    /// <summary>The same for a request of the channel's that carries no activity.</summary>
    public async Task<ClaimsIdentity> ValidateAsync(string? authHeader, CancellationToken cancellationToken)
    {
        var token = TokenOf(authHeader);
        return token.Issuer == cloud.Issuer
            ? (await ValidateAsync(token, cloud.Issuer, channelKeys, cancellationToken).ConfigureAwait(false)).Identity
            : throw new UnauthorizedAccessException("The token has another issuer.");
    }

    private JsonWebToken TokenOf(string? authHeader)
    {
        const string Scheme = "Bearer ";
        if (authHeader is null || !authHeader.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("There is no bearer token.");
        }

        try
        {
            return handler.ReadJsonWebToken(authHeader[Scheme.Length..].Trim());
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            throw new UnauthorizedAccessException("The bearer token cannot be read.", exception);
        }
    }

    private async Task<(ClaimsIdentity Identity, IssuerKey Key)> ValidateAsync(JsonWebToken token, string issuer, OpenIdKeys keys, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(token, keys, cancellationToken).ConfigureAwait(false)
            ?? throw new UnauthorizedAccessException("The token is not signed by a key of its issuer.");
        var result = await handler.ValidateTokenAsync(token, Parameters(issuer, key.Key)).ConfigureAwait(false);
        if (!result.IsValid)
        {
            throw new UnauthorizedAccessException("The token is not valid: " + Reason(result.Exception), result.Exception);
        }

        // A token for several would let each of them come here with it.
        return token.Audiences.ToList() is [var audience] && await credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false)
            ? (result.ClaimsIdentity, key)
            : throw new UnauthorizedAccessException("The token is for another bot.");
    }

    private static async Task<IssuerKey?> KeyOfAsync(JsonWebToken token, OpenIdKeys keys, CancellationToken cancellationToken)
    {
        if (token.Alg != SecurityAlgorithms.RsaSha256 || string.IsNullOrEmpty(token.Kid))
        {
            throw new UnauthorizedAccessException("The token is not signed with RS256 by a named key.");
        }

        try
        {
            return await keys.FindAsync(token.Kid, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new UnauthorizedAccessException("The token cannot be checked: its issuer's keys cannot be read.", exception);
        }
    }

    private TokenValidationParameters Parameters(string issuer, SecurityKey key) => new()
    {
        ValidIssuer = issuer,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidateAudience = false,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    private void RequireEndorsement(IssuerKey key, string? channelId)
    {
        if (channelId is null || !key.Endorsements.Contains(channelId) || !requiredEndorsements.All(key.Endorsements.Contains))
        {
            throw new ForbiddenActivityException("The token's key is not endorsed for this channel.");
        }
    }

    private static void RequireServiceUrl(ClaimsIdentity identity, string? serviceUrl)
    {
        var claim = identity.Claims.FirstOrDefault(one => one.Type.Equals(AuthenticationConstants.ServiceUrlClaim, StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrEmpty(claim?.Value) || !claim.Value.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase))
        {
            throw new ForbiddenActivityException("The token is for another serviceUrl than the activity's.");
        }

        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new ForbiddenActivityException("The serviceUrl is no https address.");
        }
    }

    private async Task RequireOwnTokenAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var version = identity.FindFirst(AuthenticationConstants.VersionClaim)?.Value;
        var app = identity.FindFirst(version == "2.0" ? AuthenticationConstants.AuthorizedParty : AuthenticationConstants.AppIdClaim)?.Value;
        if (app is null || !await credentials.IsValidAppIdAsync(app, cancellationToken).ConfigureAwait(false))
        {
            throw new UnauthorizedAccessException("The token was given to another app.");
        }
    }

    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "its time is over, or has not come.",
        SecurityTokenNoExpirationException => "it has no end.",
        SecurityTokenInvalidIssuerException => "it has another issuer.",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "its signature is wrong.",
        _ => "it is not as it should be.",
    };
}
