using System.Buffers.Text;
using System.Text;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>
/// A Direct Line token: who one is, and in which room. It is no secret and proves nothing: on loopback, in local mode, anybody may be anybody.
/// It holds all it means, so an open page's token is still good after the host restarted.
/// </summary>
internal sealed record Pass(LocalPerson Person, Place Place)
{
    public const int Seconds = 3600;

    public string Token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Person.Id}\n{Place.RoomId}"));

    /// <summary>Refuses with 403 what is no pass, or whose person or channel has left the directory.</summary>
    public static Pass Read(LocalPeople people, string? token)
    {
        var parts = token is { Length: < 1024 } && Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n') : [];
        return parts is [var person, var room] && people.Person(person) is { } who && Place.Find(people, room) is { } place && MayEnter(who, place)
            ? new(who, place)
            : throw new Refused(StatusCodes.Status403Forbidden, "BadArgument", "The token is not one of this host, or its person is no longer in the directory.");
    }

    /// <summary>True for a pass of this person, whatever the room.</summary>
    public static bool IsOf(LocalPeople people, string? token, string person)
    {
        try
        {
            return token is not null && Read(people, token).Person.Id == person;
        }
        catch (Refused)
        {
            return false;
        }
    }

    public static bool MayEnter(LocalPerson person, Place place) => place.Thread is null && (place.Person is null || place.Person.Id == person.Id);
}
