namespace SiteBot.ManagersTab;

/// <summary>Somebody known asks for what is not theirs to see.</summary>
/// <param name="message">Why, for the log and the page.</param>
public sealed class NotAllowedException(string message) : Exception(message);
