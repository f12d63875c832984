using Microsoft.Identity.Client;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// A bot's secret in the public cloud, as the SDK's older constructors take it. Without an id a request goes out as it is.
/// A host uses <see cref="ServiceClientCredentialsFactory"/>: it knows the other ways and the other cloud.
/// </summary>
public class MicrosoftAppCredentials : AppCredentials
{
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    private readonly Lazy<IConfidentialClientApplication> application;

    public MicrosoftAppCredentials(string? appId, string? password)
        : this(appId, password, null)
    {
    }

    /// <param name="customHttpClient">Asks the sign-in; the identity library's own where there is none.</param>
    public MicrosoftAppCredentials(string? appId, string? password, HttpClient? customHttpClient)
#pragma warning disable RS0030 // The SDK's constructor hands in no clock: tokens end by the time of day.
        : base(appId ?? string.Empty, AuthenticationConstants.ToChannelFromBotOAuthScope, TimeProvider.System)
#pragma warning restore RS0030
    {
        application = new(() =>
        {
            var authority = CloudEndpoints.Public.LoginOf(null);
            var builder = ConfidentialClientApplicationBuilder.Create(MicrosoftAppId).WithAuthority(authority, validateAuthority: true).WithClientSecret(password);
            return (customHttpClient is null ? builder : builder.WithHttpClientFactory(new MsalHttpClients(customHttpClient))).Build();
        });
    }

    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(MicrosoftAppId) ? Task.CompletedTask : base.ProcessHttpRequestAsync(request, cancellationToken);

    protected override async Task<BotToken> AcquireAsync(bool forceRefresh, CancellationToken cancellationToken)
    {
        var result = await application.Value.AcquireTokenForClient([OAuthScope + "/.default"]).WithForceRefresh(forceRefresh).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return new BotToken(result.AccessToken, result.ExpiresOn);
    }
}
