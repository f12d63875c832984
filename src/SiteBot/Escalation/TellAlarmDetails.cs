using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>What was asked after the alarm had gone out: since when, what is affected.</summary>
public static class TellAlarmDetails
{
    /// <summary>Decides. Those who reported it and the chain may tell; the same again is nothing new.</summary>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by, Instant? since, PrivateText? affected, PrivateText? words)
    {
        if (AlarmRights.Over(alarm) is { } over)
        {
            return over;
        }

        if (!alarm.IsReporter(by) && AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        if (since > now)
        {
            return AlarmDecided.Refused("alarm-since-ahead", "请重写开始时间：它在将来。", "Write again since when it is so: that time is still to come.");
        }

        var change = AlarmChange.Of(alarm);
        var isNew = words is not null || since is not null && since != alarm.Since || affected is not null && affected != alarm.Affected;
        return isNew ? change.Tell(new AlarmEvent.DetailsTold(since, affected, words), now, by) : change;
    }
}
