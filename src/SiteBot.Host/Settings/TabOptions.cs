using SiteBot.Tokens;

namespace SiteBot.Host.Settings;

/// <summary>The manager's tab in Teams: the app registration that its tokens are for, and who may show it.</summary>
/// <param name="AppId">The app registration that exposes <c>access_as_user</c>; null where the tab stays closed.</param>
/// <param name="Cloud">The cloud that people sign in to.</param>
/// <param name="Metadata">Another OpenID document than the cloud's, or null.</param>
/// <param name="FrameHosts">The origins that may show the page inside theirs.</param>
internal sealed record TabOptions(string? AppId, EntraCloud Cloud, string? Metadata, IReadOnlyList<string> FrameHosts)
{
    private const string Tab = "overview";

    /// <summary>Where Teams opens the tab, without what it is to show; null where the app's id in Teams is not known.</summary>
    public Uri? Entity { get; init; }

    private static readonly string[] _public =
    [
        "https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://teams.cloud.microsoft", "https://*.cloud.microsoft", "https://*.microsoft365.com", "https://*.office.com",
        "https://outlook.office.com", "https://outlook.office365.com",
    ];

    private static readonly string[] _china = ["https://teams.microsoftonline.cn"];

    /// <summary>Reads the group.</summary>
    public static TabOptions Read(SettingsReader reader, BotOptions bot, HostMode mode)
    {
        var app = reader.Text(
            "Tab:AppId", "an app id", "MicrosoftAppId; with UserAssignedMSI none: the tab is closed",
            "Teams: the app registration that exposes the scope access_as_user for the manager's tab.");
        var metadata = reader.Text("Tab:OpenIdMetadataUrl", "an address, {0} for the tenant", "that of the cloud", "Teams: the OpenID document of the tenant; for another cloud than ChannelService names.");
        var hosts = reader.List("Tab:FrameHosts", "origins, with commas between", "Teams, Outlook and Microsoft 365 of the cloud", "Teams: the origins that may show the manager's tab inside their page.");
        foreach (var host in hosts.Where(host => !IsOrigin(host)))
        {
            reader.Fault($"Tab:FrameHosts: '{host}' is no https origin; write https://teams.microsoft.com or https://*.cloud.microsoft.");
        }

        if (metadata is not null && !Uri.TryCreate(metadata.Replace("{0}", "t", StringComparison.Ordinal), UriKind.Absolute, out _))
        {
            reader.Fault($"Tab:OpenIdMetadataUrl is '{metadata}'; write an https address, {{0}} standing for the tenant.");
        }

        var teams = reader.Text(
            "Tab:TeamsAppId", "a GUID", "none: links to files open the page itself, which asks to be opened in Teams", "Teams: the id of the app in Teams, as ./package was given it, so that links to files open its tab.");
        if (teams is not null && !Guid.TryParseExact(teams, "D", out _))
        {
            reader.Fault($"Tab:TeamsAppId is '{teams}'; it is a GUID such as 11111111-2222-3333-4444-555555555555.");
            teams = null;
        }

        return new TabOptions(
            app ?? (mode == HostMode.Local || bot.Type == BotOptions.ManagedIdentity ? null : bot.AppId), bot.IsChina ? EntraCloud.China : EntraCloud.Public, metadata,
            hosts.Count > 0 ? hosts : bot.IsChina ? _china : _public)
        {
            Entity = teams is null ? null : new Uri($"{(bot.IsChina ? _china[0] : _public[0])}/l/entity/{teams}/{Tab}"),
        };
    }

    // What stands in a header must hold nothing that ends a part of it.
    private static bool IsOrigin(string host) =>
        host.StartsWith("https://", StringComparison.Ordinal) && host["https://".Length..] is var name
        && Uri.CheckHostName((name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name).Split(':')[0]) == UriHostNameType.Dns
        && Uri.TryCreate(host.Replace("*.", "", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority).Length == host.Replace("*.", "", StringComparison.Ordinal).Length;
}
