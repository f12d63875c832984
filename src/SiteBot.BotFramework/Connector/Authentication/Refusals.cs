namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>Somebody known asked for what is not theirs: a valid token with another serviceUrl, or from a channel that its key is not good for.</summary>
public sealed class ForbiddenActivityException(string message) : UnauthorizedAccessException(message);

/// <summary>An address that nothing is sent to: no valid token vouched for it, or it is none. Nothing was sent.</summary>
public sealed class ServiceUrlRefusedException(string message) : InvalidOperationException(message);
