using System.Collections.Immutable;
using System.Text.Json;

namespace SiteBot.LocalChat.Rooms;

/// <summary>One activity of a room, as it stands now.</summary>
/// <param name="Id">The activity's id; an update keeps it.</param>
/// <param name="Author">The person who wrote it; null: the bot.</param>
/// <param name="Activity">As its author sent it.</param>
/// <param name="At">Business time of the first version.</param>
internal sealed record Post(string Id, LocalPerson? Author, JsonElement Activity, DateTimeOffset At)
{
    /// <summary>The channel's thread: the id of its first post. Null in a personal room.</summary>
    public string? Thread { get; init; }

    /// <summary>Where it stands among the others; set by the room at the first version.</summary>
    public long Order { get; init; }

    /// <summary>When it last changed; set by the room at each version.</summary>
    public long Stamp { get; init; }

    /// <summary>What this channel itself has to say, instead of the activity's text.</summary>
    public LocalText? Notice { get; init; }

    /// <summary>The only person who sees it; null: everybody in the room.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Typing: shown to who is here now, not kept.</summary>
    public bool Passing { get; init; }

    /// <summary>Cards that answered an Execute or a refresh, seen by that person only until the bot updates the activity.</summary>
    public ImmutableDictionary<string, CardAnswer> Answers { get; init; } = ImmutableDictionary<string, CardAnswer>.Empty;

    /// <summary>Persons for whom the card's refresh was asked since the bot last wrote it.</summary>
    public ImmutableHashSet<string> Refreshed { get; init; } = [];
}

/// <summary>A card in the place of the attachment with that index.</summary>
internal sealed record CardAnswer(int Attachment, JsonElement Card);
