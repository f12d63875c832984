using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>
/// Credentials of no app, for clients of services that ask for none. A bot's own come from its <see cref="BotFrameworkAuthentication"/>,
/// which sends them to vouched addresses only.
/// </summary>
public class MicrosoftAppCredentials : ServiceClientCredentials
{
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    /// <exception cref="NotSupportedException">An app or a password is named.</exception>
    public MicrosoftAppCredentials(string? appId, string? password)
    {
        if (!string.IsNullOrEmpty(appId) || !string.IsNullOrEmpty(password))
        {
            throw new NotSupportedException("A bot's own credentials come from its BotFrameworkAuthentication, which sends them to vouched addresses only.");
        }
    }
}
