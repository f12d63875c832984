using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SiteBot.Tokens;

/// <summary>
/// Checks what every issuer's tokens have in common: RS256 by a named key of the issuer's OpenID document, the issuer's name, an end, and alive within five minutes
/// of skew. Whom a token is for and what it allows is the caller's to check.
/// </summary>
/// <param name="time">The clock by which tokens live.</param>
public sealed class SignedTokens(TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>The token of an Authorization header, as it claims to be: nothing of it is checked yet.</summary>
    /// <exception cref="UnauthorizedAccessException">There is none, or it cannot be read.</exception>
    public JsonWebToken Read(string? authHeader)
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

    /// <summary>Checks a token of <paramref name="issuer"/>.</summary>
    /// <returns>Its claims, and the key that signed it.</returns>
    /// <exception cref="UnauthorizedAccessException">It is not valid, or its issuer's keys cannot be read.</exception>
    public async Task<(ClaimsIdentity Identity, IssuerKey Key)> CheckAsync(JsonWebToken token, string issuer, OpenIdKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(keys);
        var key = await KeyOfAsync(token, keys, cancellationToken).ConfigureAwait(false)
            ?? throw new UnauthorizedAccessException("The token is not signed by a key of its issuer.");
        var result = await handler.ValidateTokenAsync(token, Parameters(issuer, key.Key)).ConfigureAwait(false);
        return result.IsValid
            ? (result.ClaimsIdentity, key)
            : throw new UnauthorizedAccessException("The token is not valid: " + Reason(result.Exception), result.Exception);
    }

    /// <summary>Whom a token is for; null where it is for several, since each of them could come here with it, or for nobody.</summary>
    public static string? AudienceOf(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Audiences.ToList() is [var audience] ? audience : null;
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

    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "its time is over, or has not come.",
        SecurityTokenNoExpirationException => "it has no end.",
        SecurityTokenInvalidIssuerException => "it has another issuer.",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "its signature is wrong.",
        _ => "it is not as it should be.",
    };
}
