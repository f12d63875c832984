using System.Collections.Concurrent;

namespace SiteBot.LocalChat.Rooms;

/// <summary>All rooms; as many as the directory has people and channels.</summary>
internal sealed class RoomBook(LocalChatOptions options, Stamps stamps)
{
    private readonly ConcurrentDictionary<string, Room> rooms = new(StringComparer.Ordinal);

    public Room Of(Place place) => rooms.GetOrAdd(place.RoomId, _ => new Room(stamps, options.KeptPosts));
}
