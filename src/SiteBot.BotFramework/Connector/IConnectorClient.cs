namespace SiteBot.BotFramework.Connector;

/// <summary>A client of one channel's connector service.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>The service's address; it may have a path.</summary>
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}
