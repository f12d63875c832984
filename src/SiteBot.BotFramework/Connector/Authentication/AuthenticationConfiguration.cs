using System.Security.Claims;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>What a bot asks of incoming tokens beyond their being valid.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements that a key must have besides its channel's.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>Sees the claims of every valid token.</summary>
    public virtual ClaimsValidator? ClaimsValidator { get; set; }
}

/// <summary>Refuses callers by their claims, by throwing <see cref="UnauthorizedAccessException"/>.</summary>
public abstract class ClaimsValidator
{
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
