using SiteBot.BotFramework.Connector.Teams;
using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Connector;

/// <summary>
/// A client of a channel's connector service over HTTP. It owns neither the HTTP client, unless told so, nor any state:
/// one for each turn costs little. Nothing is tried twice; the credentials go with every request.
/// </summary>
public class ConnectorClient : IConnectorClient, ITeamsConnectorClient
{
    private readonly bool disposeHttpClient;

    public ConnectorClient(Uri baseUri, ServiceClientCredentials? credentials, HttpClient customHttpClient, bool disposeHttpClient = false)
    {
        BaseUri = baseUri ?? throw new ArgumentNullException(nameof(baseUri));
        HttpClient = customHttpClient ?? throw new ArgumentNullException(nameof(customHttpClient));
        Credentials = credentials;
        this.disposeHttpClient = disposeHttpClient;
        Conversations = new Conversations(this);
        Teams = new TeamsOperations(this);
    }

    /// <summary>A client with an HTTP client of its own, which goes with it.</summary>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials? credentials = null)
        : this(baseUri, credentials, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }), disposeHttpClient: true)
    {
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials? Credentials { get; }

    public HttpClient HttpClient { get; }

    public IConversations Conversations { get; }

    public ITeamsOperations Teams { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && disposeHttpClient)
        {
            HttpClient.Dispose();
        }
    }
}
