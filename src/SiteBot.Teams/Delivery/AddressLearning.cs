using System.Collections.Concurrent;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>What an incoming activity teaches of how its sender, or its channel, is reached: kept with the turn's commit where it changed.</summary>
/// <remarks>Only for activities that were let in: their serviceUrl was vouched for. What is known is remembered for a minute, so that most turns ask nothing.</remarks>
internal sealed class AddressLearning(IAddressBook book, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Recipient, (Address Address, long At)> _known = new();

    /// <summary>The new address, or null where nothing new was learned.</summary>
    /// <param name="activity">The activity, as it came in.</param>
    /// <param name="person">Who sent it, an id of the directory; null where they are not in it.</param>
    /// <param name="workplace">Whose channel a channel is, standing facts before the directory.</param>
    /// <param name="now">Business time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<Address?> Learned(Activity activity, string? person, Workplace workplace, Instant now, CancellationToken cancellation)
    {
        if (Of(activity, person, workplace, now) is not { } seen || IsRemembered(seen))
        {
            return null;
        }

        var known = await book.Of(seen.To, cancellation);
        if (known is null || !IsSame(known, seen))
        {
            return seen;
        }

        if (_known.Count > 10_000)
        {
            _known.Clear();
        }

        _known[seen.To] = (known, time.GetTimestamp());
        return null;
    }

    /// <summary>The address that an activity shows, or null where it shows none: a group chat, a channel that is no regional office's, nobody of the directory.</summary>
    public static Address? Of(Activity activity, string? person, Workplace workplace, Instant now)
    {
        if (activity is not { Conversation.Id: { Length: > 0 } conversation, ServiceUrl: { Length: > 0 } serviceUrl })
        {
            return null;
        }

        var place = new KnownPlace(conversation, activity.Conversation.ConversationType, activity.Conversation.TenantId, activity.Conversation.IsGroup);
        Recipient to;
        if (ChannelOf(activity, conversation) is { } channel)
        {
            if (OfficeOf(channel, workplace) is not { } office)
            {
                return null;
            }

            (to, place) = (Recipient.Channel(office), place with { Id = channel, ConversationType = "channel", IsGroup = true });
        }
        else if (person is null || activity.Conversation.IsGroup == true || activity.Conversation.ConversationType is not (null or "personal"))
        {
            return null;
        }
        else
        {
            to = Recipient.Person(person);
        }

        var known = new KnownConversation(activity.ChannelId, place, to.IsChannel ? null : KnownAccount.Of(activity.From), KnownAccount.Of(activity.Recipient));
        return new Address(to, known.Json(), serviceUrl, place.TenantId ?? "", now);
    }

    // Where the channel does not say what kind of conversation it is, its channel data do.
    private static string? ChannelOf(Activity activity, string conversation) => activity.Conversation?.ConversationType switch
    {
        "channel" => activity.TeamsGetChannelId() ?? conversation.Split(';')[0],
        null => activity.TeamsGetChannelId(),
        _ => null,
    };

    private static string? OfficeOf(string channel, Workplace workplace)
    {
        foreach (var (office, bound) in workplace.Standing.Channels)
        {
            if (bound.Channel == channel)
            {
                return office;
            }
        }

        return workplace.Directory.Offices.FirstOrDefault(office => office.Channel?.ChannelId == channel && !workplace.Standing.Channels.ContainsKey(office.Id))?.Id;
    }

    private bool IsRemembered(Address seen) =>
        _known.TryGetValue(seen.To, out var known) && time.GetElapsedTime(known.At) < Remembered && IsSame(known.Address, seen);

    private static bool IsSame(Address one, Address other) => one with { At = other.At } == other;
}
