using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using SiteBot.BotFramework.Schema;
using SiteBot.Tokens;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// Checks incoming tokens (<see cref="SignedTokens"/>) for this bot.
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
    private readonly SignedTokens signed = new(time);
    private readonly OpenIdKeys channelKeys = new(client, cloud.ChannelMetadataUrl, time);
    private readonly OpenIdKeys emulatorKeys = new(client, cloud.EmulatorMetadataUrl, time);
    private readonly IReadOnlyList<string> emulatorIssuers = tenant is null ? [] : cloud.IssuersOf(tenant);

    /// <exception cref="UnauthorizedAccessException">The token is not valid for this bot.</exception>
    /// <exception cref="ForbiddenActivityException">It is, but not for this activity.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string? authHeader, Activity activity, CancellationToken cancellationToken)
    {
        var token = signed.Read(authHeader);
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
        var token = signed.Read(authHeader);
        return token.Issuer == cloud.Issuer
            ? (await ValidateAsync(token, cloud.Issuer, channelKeys, cancellationToken).ConfigureAwait(false)).Identity
            : throw new UnauthorizedAccessException("The token has another issuer.");
    }

    private async Task<(ClaimsIdentity Identity, IssuerKey Key)> ValidateAsync(JsonWebToken token, string issuer, OpenIdKeys keys, CancellationToken cancellationToken)
    {
        var valid = await signed.CheckAsync(token, issuer, keys, cancellationToken).ConfigureAwait(false);
        return SignedTokens.AudienceOf(token) is { } audience && await credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false)
            ? valid
            : throw new UnauthorizedAccessException("The token is for another bot.");
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
}
