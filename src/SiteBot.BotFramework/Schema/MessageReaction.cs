namespace SiteBot.BotFramework.Schema;

/// <summary>A reaction to a message: <c>like</c>, <c>heart</c> and so on.</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string? type = null) => Type = type;

    public string? Type { get; set; }
}

/// <summary>What a channel answers to something that was sent: its id there.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id = null) => Id = id;

    public string? Id { get; set; }
}
