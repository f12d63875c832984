namespace SiteBot.Tokens;

/// <summary>Microsoft Entra ID of one cloud: who issues tokens of a tenant, and where its keys stand.</summary>
/// <param name="Authority">Where people and apps sign in, without a slash at its end.</param>
/// <param name="StsAuthority">The issuer of version 1 tokens, without a slash at its end.</param>
public sealed record EntraCloud(string Authority, string StsAuthority)
{
    /// <summary>The public cloud.</summary>
    public static EntraCloud Public { get; } = new("https://login.microsoftonline.com", "https://sts.windows.net");

    /// <summary>Azure operated by 21Vianet.</summary>
    public static EntraCloud China { get; } = new("https://login.partner.microsoftonline.cn", "https://sts.chinacloudapi.cn");

    /// <summary>The names of a tenant as issuer, in tokens of version 1 and 2.</summary>
    public IReadOnlyList<string> IssuersOf(string tenant) => [$"{StsAuthority}/{tenant}/", $"{Authority}/{tenant}/v2.0"];

    /// <summary>The OpenID document of a tenant.</summary>
    public string MetadataOf(string tenant) => $"{Authority}/{tenant}/v2.0/.well-known/openid-configuration";
}
