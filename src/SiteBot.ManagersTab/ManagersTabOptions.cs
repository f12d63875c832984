using SiteBot.Tokens;

namespace SiteBot.ManagersTab;

/// <summary>What the host tells its manager's tab.</summary>
/// <param name="SignIn">How people sign in; null in local mode, where one opens it as whom one likes.</param>
/// <param name="FrameHosts">Teams: the origins that may show the page inside theirs, and that it listens to.</param>
/// <param name="Takes">Asked with a person's id before each answer: false where they have asked too often.</param>
public sealed record ManagersTabOptions(EntraSignIn? SignIn, IReadOnlyList<string> FrameHosts, Func<string, bool> Takes)
{
    /// <summary>True in local mode.</summary>
    public bool IsLocal => SignIn is null;

    /// <summary>Answers that may be worked out at once; who has to wait longer than a few seconds gets 503.</summary>
    public int AtOnce { get; init; } = 2;
}

/// <summary>The app registration whose scope <c>access_as_user</c> the tab's tokens are for, and whose people may come.</summary>
/// <param name="Audiences">Whom a token may be for: the app's id, and its names as a resource.</param>
/// <param name="Tenants">Tenants whose people may come.</param>
/// <param name="Cloud">The cloud that they sign in to.</param>
/// <param name="Metadata">Another OpenID document than the cloud's, <c>{0}</c> standing for the tenant; null for that.</param>
public sealed record EntraSignIn(IReadOnlyList<string> Audiences, IReadOnlyList<string> Tenants, EntraCloud Cloud, string? Metadata);
