using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Builder.Integration.AspNet.Core;

/// <summary>
/// The bot's credentials by the SDK's settings: <c>MicrosoftAppType</c> (<c>MultiTenant</c>, <c>SingleTenant</c> or <c>UserAssignedMSI</c>),
/// <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c>, <c>MicrosoftAppTenantId</c>. What lacks is refused by its name.
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory inner;

    /// <exception cref="InvalidOperationException">A setting lacks, or is none of those that it may be.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient = null, ILogger? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = BotAppSettings.Read(configuration);
        inner = settings.Type == BotAppType.UserAssignedMSI
            ? new ManagedIdentityServiceClientCredentialsFactory(settings.AppId, httpClient, logger, time)
            : new PasswordServiceClientCredentialFactory(settings.AppId, settings.RequiredPassword(), settings.TenantId, httpClient, logger, time);
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);
}

/// <summary>How a bot is registered.</summary>
internal enum BotAppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
}

/// <summary>A bot's registration as its settings say it.</summary>
internal sealed record BotAppSettings(BotAppType Type, string AppId, string? TenantId, string? Password)
{
    public static BotAppSettings Read(IConfiguration configuration)
    {
        var type = configuration["MicrosoftAppType"] switch
        {
            null or "" => BotAppType.MultiTenant,
            var name when Enum.TryParse<BotAppType>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(name[0]) => known,
            var other => throw new InvalidOperationException($"MicrosoftAppType is '{other}'; it may be MultiTenant, SingleTenant or UserAssignedMSI."),
        };
        var appId = Value("MicrosoftAppId") ?? throw new InvalidOperationException("MicrosoftAppId is not set. A bot without one runs in local mode only, which the host composes on purpose.");
        var tenant = Value("MicrosoftAppTenantId");
        if (type != BotAppType.MultiTenant && tenant is null)
        {
            throw new InvalidOperationException($"MicrosoftAppTenantId is not set; MicrosoftAppType {type} needs it.");
        }

        return new BotAppSettings(type, appId, type == BotAppType.MultiTenant ? null : tenant, Value("MicrosoftAppPassword"));

        string? Value(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>A record would print its secret along with the rest.</summary>
    public override string ToString() => $"{Type} {AppId}";

    public string RequiredPassword() => Password ?? throw new InvalidOperationException($"MicrosoftAppPassword is not set; MicrosoftAppType {Type} needs it, or a certificate.");
}
