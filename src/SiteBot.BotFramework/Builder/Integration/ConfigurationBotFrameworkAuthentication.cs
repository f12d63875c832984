using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Rest;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Integration.AspNet.Core;

/// <summary>
/// One bot in one cloud, by the SDK's settings (see <see cref="ConfigurationServiceClientCredentialFactory"/>, and <c>ChannelService</c> with its
/// single addresses for another cloud). It asks for a token always: without an app id there is no such authentication.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly CloudEndpoints cloud;
    private readonly BotAppSettings settings;
    private readonly ServiceClientCredentialsFactory credentialsFactory;
    private readonly AuthenticationConfiguration authentication;
    private readonly ChannelTokens tokens;
    private readonly IVouchedServiceUrls vouched;
    private readonly ConnectorFactory connectors;
    private readonly bool validateAuthority;
    private readonly ConcurrentDictionary<string, Task<ServiceClientCredentials>> credentials = new(StringComparer.Ordinal);

    /// <param name="configuration">The host's settings.</param>
    /// <param name="credentialsFactory">Another proof than the settings name, for example a certificate; its app id must be <c>MicrosoftAppId</c>.</param>
    /// <param name="authConfiguration">What is asked of tokens beyond their being valid.</param>
    /// <param name="httpClientFactory">The host's clients, asked for by this type's full name; they should follow no redirects.</param>
    /// <param name="logger">Unused so far; it stands where the SDK has it.</param>
    /// <param name="vouchedServiceUrls">Where vouched addresses are kept; in memory unless the host says otherwise.</param>
    /// <param name="time">The clock by which tokens live; the machine's unless the host says otherwise.</param>
    /// <exception cref="InvalidOperationException">A setting lacks, or is none of those that it may be.</exception>
    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory? credentialsFactory = null,
        AuthenticationConfiguration? authConfiguration = null,
        IHttpClientFactory? httpClientFactory = null,
        ILogger? logger = null,
        IVouchedServiceUrls? vouchedServiceUrls = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
#pragma warning disable RS0030 // A host that hands in no clock gets the machine's: tokens live by the time of day.
        time ??= TimeProvider.System;
#pragma warning restore RS0030
        var client = httpClientFactory?.CreateClient(typeof(ConfigurationBotFrameworkAuthentication).FullName!)
            ?? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) });
        settings = BotAppSettings.Read(configuration);
        cloud = CloudEndpoints.Read(configuration);
        validateAuthority = !bool.TryParse(configuration["ValidateAuthority"], out var validate) || validate;
        authentication = authConfiguration ?? new AuthenticationConfiguration();
        vouched = vouchedServiceUrls ?? new VouchedServiceUrls();
        this.credentialsFactory = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, client, logger, time);
        tokens = new ChannelTokens(cloud, this.credentialsFactory, settings.TenantId, authentication.RequiredEndorsements, client, time);
        connectors = new VouchedConnectorFactory(CredentialsForAsync, vouched, client);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await tokens.ValidateAsync(authHeader, activity, cancellationToken).ConfigureAwait(false);
        if (authentication.ClaimsValidator is { } validator)
        {
            await validator.ValidateClaimsAsync([.. identity.Claims]).ConfigureAwait(false);
        }

        await vouched.VouchAsync(activity.ServiceUrl!, cancellationToken).ConfigureAwait(false);
        return new AuthenticateRequestResult { Audience = cloud.Scope, ClaimsIdentity = identity, ConnectorFactory = connectors };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override string GetOriginatingAudience() => cloud.Scope;

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        tokens.ValidateAsync(authHeader, cancellationToken);

    private Task<ServiceClientCredentials> CredentialsForAsync(string? audience, CancellationToken cancellationToken) =>
        credentials.GetOrAdd(
            string.IsNullOrEmpty(audience) ? cloud.Scope : audience,
            static (scope, self) => self.credentialsFactory.CreateCredentialsAsync(self.settings.AppId, scope, self.cloud.LoginOf(self.settings.TenantId), self.validateAuthority, CancellationToken.None),
            this);
}
