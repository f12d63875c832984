namespace SiteBot.LocalChat.Rooms;

/// <summary>
/// Where something is said: a person's own conversation with the bot, a channel, or one of the channel's threads. The ids are computed from the
/// directory's, never handed out: after a restart the bot's stored conversations still lead somewhere.
/// </summary>
internal sealed record Place(LocalPerson? Person, LocalChannel? Channel, string? Thread)
{
    private const string PersonalMark = "a:personal-";
    private const string ThreadMark = ";messageid=";

    /// <summary>The room that holds it: a channel's threads share one.</summary>
    public string RoomId => Person is null ? Channel!.ChannelId : PersonalMark + Person.Id;

    /// <summary>The Bot Framework's conversation id.</summary>
    public string ConversationId => Thread is null ? RoomId : RoomId + ThreadMark + Thread;

    public static Place Of(LocalPerson person) => new(person, null, null);

    public static Place Of(LocalChannel channel, string? thread = null) => new(null, channel, thread);

    public Place In(string? thread) => Channel is null ? this : this with { Thread = thread };

    /// <summary>Null when nobody and no channel of the directory has it.</summary>
    public static Place? Find(LocalPeople people, string conversationId)
    {
        if (conversationId.StartsWith(PersonalMark, StringComparison.Ordinal))
        {
            return people.Person(conversationId[PersonalMark.Length..]) is { } person ? Of(person) : null;
        }

        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            return people.Channel(conversationId) is { } whole ? Of(whole) : null;
        }

        var thread = conversationId[(mark + ThreadMark.Length)..];
        return IsThread(thread) && people.Channel(conversationId[..mark]) is { } channel ? Of(channel, thread) : null;
    }

    /// <summary>A thread is named by a message id: digits.</summary>
    public static bool IsThread(string? thread) => thread is { Length: > 0 and <= 20 } && thread.All(char.IsAsciiDigit);
}
