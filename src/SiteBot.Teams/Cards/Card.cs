namespace SiteBot.Teams.Cards;

/// <summary>A card ready to be sent: everything filled in, below 24 KB.</summary>
/// <param name="Json">An Adaptive Card 1.5.</param>
/// <param name="Summary">What it says in one line, for the notification on a locked phone and for clients that cannot show cards.</param>
public sealed record Card(string Json, string Summary);
