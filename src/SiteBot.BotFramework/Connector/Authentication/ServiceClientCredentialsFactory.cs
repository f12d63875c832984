using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>Which bot this is, and how it proves itself. Authentication cannot be switched off here: see <see cref="LoopbackBotFrameworkAuthentication"/>.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    public virtual Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}

/// <summary>A bot of one id.</summary>
public abstract class OneAppCredentialsFactory : ServiceClientCredentialsFactory
{
#pragma warning disable RS0030 // A host that hands in no clock gets the machine's: tokens end by the time of day.
    private protected static TimeProvider MachineTime => TimeProvider.System;
#pragma warning restore RS0030

    private protected OneAppCredentialsFactory(string appId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        AppId = appId;
    }

    public string AppId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(string.Equals(appId, AppId, StringComparison.OrdinalIgnoreCase));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        string.Equals(appId, AppId, StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult(Create(audience, loginEndpoint, validateAuthority))
            : throw new InvalidOperationException($"There are no credentials for the app '{appId}'.");

    private protected abstract ServiceClientCredentials Create(string audience, string loginEndpoint, bool validateAuthority);
}

/// <summary>A bot with a secret. With a tenant it gets its tokens there, else from the Bot Framework's.</summary>
public class PasswordServiceClientCredentialFactory : OneAppCredentialsFactory
{
    private readonly string password;
    private readonly HttpClient? client;
    private readonly TimeProvider time;

    public PasswordServiceClientCredentialFactory(string appId, string password, HttpClient? httpClient = null, ILogger? logger = null, TimeProvider? time = null)
        : this(appId, password, null, httpClient, logger, time)
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string? tenantId, HttpClient? httpClient = null, ILogger? logger = null, TimeProvider? time = null)
        : base(appId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(password);
        this.password = password;
        TenantId = tenantId;
        client = httpClient;
        this.time = time ?? MachineTime;
    }

    public string? TenantId { get; }

    private protected override ServiceClientCredentials Create(string audience, string loginEndpoint, bool validateAuthority)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(AppId).WithAuthority(loginEndpoint, validateAuthority).WithClientSecret(password);
        return new ConfidentialAppCredentials((client is null ? builder : builder.WithHttpClientFactory(new MsalHttpClients(client))).Build(), AppId, audience, false, time);
    }
}

/// <summary>A bot with a certificate.</summary>
public class CertificateServiceClientCredentialsFactory : OneAppCredentialsFactory
{
    private readonly X509Certificate2 certificate;
    private readonly HttpClient? client;
    private readonly bool sendX5c;
    private readonly TimeProvider time;

    /// <param name="certificate">With its private key.</param>
    /// <param name="sendX5c">Whether the certificate goes along, so that one that was renewed under the same name is known.</param>
    public CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string? tenantId = null, HttpClient? httpClient = null, ILogger? logger = null, bool sendX5c = false, TimeProvider? time = null)
        : base(appId)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException("The certificate comes without its private key.", nameof(certificate));
        }

        this.certificate = certificate;
        TenantId = tenantId;
        client = httpClient;
        this.sendX5c = sendX5c;
        this.time = time ?? MachineTime;
    }

    public string? TenantId { get; }

    private protected override ServiceClientCredentials Create(string audience, string loginEndpoint, bool validateAuthority)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(AppId).WithAuthority(loginEndpoint, validateAuthority).WithCertificate(certificate);
        return new ConfidentialAppCredentials((client is null ? builder : builder.WithHttpClientFactory(new MsalHttpClients(client))).Build(), AppId, audience, sendX5c, time);
    }
}

/// <summary>A bot whose app is a managed identity of the machine it runs on.</summary>
public class ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient? httpClient = null, ILogger? logger = null, TimeProvider? time = null)
    : OneAppCredentialsFactory(appId)
{
    private readonly TimeProvider time = time ?? MachineTime;

    /// <summary>For who looks into what a host composed.</summary>
    public ILogger? Logger { get; } = logger;

    private protected override ServiceClientCredentials Create(string audience, string loginEndpoint, bool validateAuthority)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(AppId));
        return new ManagedIdentityAppCredentials((httpClient is null ? builder : builder.WithHttpClientFactory(new MsalHttpClients(httpClient))).Build(), AppId, audience, time);
    }
}
