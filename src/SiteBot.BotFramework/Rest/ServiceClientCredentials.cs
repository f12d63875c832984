namespace SiteBot.BotFramework.Rest;

/// <summary>Proves to a service who is asking. Without an override a request goes out as it is.</summary>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}
