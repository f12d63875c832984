using SiteBot.LocalChat;

namespace SiteBot.Host.Doors;

/// <summary>In local mode the chat's own session says who reads.</summary>
internal sealed class LocalFileReaders(LocalChatOptions chat) : IFileReaders
{
    /// <inheritdoc />
    public ValueTask<bool> Is(HttpContext context, string person, string mark, string until) => new(ChatSession.Holds(context.Request, chat.People(), person));
}
