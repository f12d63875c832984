using NodaTime;

namespace SiteBot.Standing;

/// <summary>A team's channel becomes a regional office's field-service channel.</summary>
public static class BindChannel
{
    /// <summary>Decides. Bound so already is nothing new.</summary>
    /// <param name="office">The regional office's id.</param>
    /// <param name="team">The team's id, as the channel's message carries it.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    public static StandingDecided Decide(string office, string? team, string? channel, string by, Instant now, Workplace workplace)
    {
        if (workplace.Directory.FindOffice(office) is not { } known)
        {
            return StandingDecided.Refused("bind-office", "请写明哪个办事处：通讯录里没有。", "Tell which regional office: the directory has no such.");
        }

        if (StandingRights.ToBind(known, by, workplace, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(team) || string.IsNullOrWhiteSpace(channel))
        {
            return StandingDecided.Refused("bind-where", "请在要绑定的频道里@我再说一次。", "Mention me in the channel that is to be bound, and say it again there.");
        }

        return workplace.Standing.Channels.GetValueOrDefault(known.Id) == new BoundChannel(team, channel)
            ? StandingDecided.Nothing
            : new StandingEvent.ChannelBound(known.Id, team, channel);
    }
}
