using NodaTime;

namespace SiteBot.Standing;

/// <summary>No change may be made in a stretch of time: kept by the head of the regional office or an administrator.</summary>
public static class FreezeVerb
{
    internal const int LongestReason = 200;

    private static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Decides. The same freeze again is nothing new.</summary>
    /// <param name="id">The id that it gets: short, unique.</param>
    /// <param name="of">Whose: <c>office/BJ</c>, <c>customer/CM-BJ</c>, <c>site/BJ-042</c>.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="reason">Why; asked for where it is missing, since every card that is blocked by it shows it.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    public static StandingDecided Decide(string id, string of, Instant from, Instant to, string? reason, string by, Instant now, Workplace workplace)
    {
        if (FreezeOwner.Find(of, workplace.Directory) is not { } owner)
        {
            return StandingDecided.Refused("freeze-of", "请写明哪个办事处、用户或站点：通讯录里没有。", "Tell which regional office, customer or site: the directory has no such.");
        }

        if (StandingRights.ToFreeze(owner, by, workplace, now) is { } refusal)
        {
            return refusal;
        }

        if (from >= to || to <= now || to - from > Longest)
        {
            return StandingDecided.Refused(
                "freeze-time", "请改起止时间：结束要晚于开始和现在，最长一年。", "Write other times: a freeze ends after it begins and after now, and lasts a year at most.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return StandingDecided.Refused(
                "freeze-reason", $"请写原因（{LongestReason} 字以内）：被挡住的人会看到。", $"Write why, in {LongestReason} characters at most: whoever is held up by it will read it.");
        }

        return workplace.Standing.Freezes.Any(freeze => freeze.Of == owner.Of && freeze.From == from && freeze.To == to)
            ? StandingDecided.Nothing
            : new StandingEvent.Frozen(id, owner.Of, from, to, reason.Trim());
    }
}
