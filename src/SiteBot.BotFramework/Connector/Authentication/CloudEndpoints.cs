using Microsoft.Extensions.Configuration;
using SiteBot.Tokens;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// Where a cloud's tokens come from and go to. The setting <c>ChannelService</c> picks the cloud; the SDK's own settings replace single addresses.
/// </summary>
/// <param name="LoginUrl">Where the bot gets its tokens; <c>{0}</c> stands for its tenant.</param>
/// <param name="Scope">The audience of the bot's tokens.</param>
/// <param name="Issuer">Who issues the channel's tokens.</param>
/// <param name="ChannelMetadataUrl">The OpenID document of that issuer.</param>
/// <param name="EmulatorMetadataUrl">The OpenID document of the directory that issues an emulator's tokens.</param>
/// <param name="Entra">The directory of the cloud.</param>
/// <param name="Tenant">The tenant of a bot that is registered for all tenants.</param>
internal sealed record CloudEndpoints(
    string LoginUrl,
    string Scope,
    string Issuer,
    string ChannelMetadataUrl,
    string EmulatorMetadataUrl,
    EntraCloud Entra,
    string Tenant)
{
    public const string ChinaChannelService = "https://botframework.azure.cn";

    public static CloudEndpoints Public { get; } = new(
        AuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        AuthenticationConstants.ToBotFromChannelTokenIssuer,
        AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
        EntraCloud.Public,
        AuthenticationConstants.DefaultChannelAuthTenant);

    /// <summary>Azure operated by 21Vianet.</summary>
    public static CloudEndpoints China { get; } = new(
        "https://login.partner.microsoftonline.cn/{0}",
        "https://api.botframework.azure.cn",
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
        EntraCloud.China,
        "microsoftservices.partner.onmschina.cn");

    /// <exception cref="InvalidOperationException">The cloud is not one of the two.</exception>
    public static CloudEndpoints Read(IConfiguration configuration)
    {
        var cloud = configuration["ChannelService"]?.TrimEnd('/') switch
        {
            null or "" or "https://botframework.com" => Public,
            ChinaChannelService => China,
            var other => throw new InvalidOperationException($"ChannelService is '{other}'. Leave it out for the public cloud, or set it to {ChinaChannelService} for Azure operated by 21Vianet."),
        };
        return cloud with
        {
            LoginUrl = Setting("ToChannelFromBotLoginUrl", cloud.LoginUrl),
            Scope = Setting("ToChannelFromBotOAuthScope", cloud.Scope).TrimEnd('/'),
            Issuer = Setting("ToBotFromChannelTokenIssuer", cloud.Issuer),
            ChannelMetadataUrl = Setting("ToBotFromChannelOpenIdMetadataUrl", cloud.ChannelMetadataUrl),
            EmulatorMetadataUrl = Setting("ToBotFromEmulatorOpenIdMetadataUrl", cloud.EmulatorMetadataUrl),
        };

        string Setting(string name, string otherwise) => configuration[name] is { Length: > 0 } value ? value : otherwise;
    }

    public string LoginOf(string? tenant) => string.Format(System.Globalization.CultureInfo.InvariantCulture, LoginUrl, tenant ?? Tenant);

    /// <summary>The names of a tenant as issuer, in tokens of version 1 and 2.</summary>
    public IReadOnlyList<string> IssuersOf(string tenant) => (Entra with { Authority = new Uri(LoginOf(tenant)).GetLeftPart(UriPartial.Authority) }).IssuersOf(tenant);
}
