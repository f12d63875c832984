namespace SiteBot.LocalChat.Wire;

/// <summary>A request that this channel does not take; leaves as <c>{"error":{"code","message"}}</c>, the shape that Direct Line and the connector share.</summary>
internal sealed class Refused(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static Refused Bad(string message) => new(StatusCodes.Status400BadRequest, "BadSyntax", message);

    public static Refused TooLarge(int limit) => new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"At most {limit} bytes.");

    public static Refused NoConversation() => new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");
}
