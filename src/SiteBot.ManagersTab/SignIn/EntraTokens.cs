using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using SiteBot.Tokens;

namespace SiteBot.ManagersTab.SignIn;

/// <summary>
/// Checks the tokens that Teams gets for the page: one of an allowed tenant's (<see cref="SignedTokens"/>), for this app alone, with the scope <c>access_as_user</c>, of a
/// member of the tenant: neither an app's own nor a guest's.
/// </summary>
internal sealed class EntraTokens
{
    private const string Scope = "access_as_user";

    private readonly EntraSignIn _signIn;
    private readonly SignedTokens _signed;
    private readonly FrozenDictionary<string, (string Tenant, OpenIdKeys Keys)> _issuers;

    public EntraTokens(EntraSignIn signIn, HttpClient client, TimeProvider machine)
    {
        (_signIn, _signed) = (signIn, new SignedTokens(machine));
        _issuers = signIn.Tenants.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(tenant => (Tenant: tenant, Keys: new OpenIdKeys(client, MetadataOf(signIn, tenant), machine)))
            .SelectMany(one => signIn.Cloud.IssuersOf(one.Tenant).Select(issuer => (Issuer: issuer, one.Tenant, one.Keys)))
            .ToFrozenDictionary(one => one.Issuer, one => (one.Tenant, one.Keys), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The object id of who brings the token.</summary>
    /// <exception cref="UnauthorizedAccessException">The token is not valid here.</exception>
    /// <exception cref="NotAllowedException">It is, and its bearer may not come.</exception>
    public async Task<string> Check(string? authHeader, CancellationToken cancellation)
    {
        var token = _signed.Read(authHeader);
        if (!_issuers.TryGetValue(token.Issuer, out var issuer))
        {
            throw new UnauthorizedAccessException("The token has another issuer.");
        }

        var (identity, _) = await _signed.CheckAsync(token, token.Issuer, issuer.Keys, cancellation);
        if (SignedTokens.AudienceOf(token) is not { } audience || !_signIn.Audiences.Contains(audience, StringComparer.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The token is for another app.");
        }

        if (!string.Equals(Only(identity, "tid"), issuer.Tenant, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The token is of another tenant than its issuer.");
        }

        if (Only(identity, "idtyp") == "app" || Only(identity, "scp")?.Split(' ').Contains(Scope, StringComparer.Ordinal) != true)
        {
            throw new NotAllowedException($"The token lacks the scope {Scope}.");
        }

        return IsGuest(identity, issuer.Tenant) ? throw new NotAllowedException("Guests of the tenant do not see the tab.")
            : Only(identity, "oid") ?? throw new NotAllowedException("The token names no person.");
    }

    // Who signed in elsewhere names that place; a member's token names none, or the tenant's own.
    private bool IsGuest(ClaimsIdentity identity, string tenant) =>
        Only(identity, "acct") == "1"
        || (identity.FindFirst("idp")?.Value is { } provider && !_signIn.Cloud.IssuersOf(tenant).Contains(provider, StringComparer.OrdinalIgnoreCase));

    // A claim that stands twice says nothing.
    private static string? Only(ClaimsIdentity identity, string type) => identity.FindAll(type).ToList() is [{ Value.Length: > 0 } claim] ? claim.Value : null;

    private static string MetadataOf(EntraSignIn signIn, string tenant) =>
        signIn.Metadata is { } template ? string.Format(CultureInfo.InvariantCulture, template, tenant) : signIn.Cloud.MetadataOf(tenant);
}
