using NodaTime;

namespace SiteBot.Escalation;

/// <summary>One press takes a false alarm back, for 60 seconds, and everybody whom it reached is told.</summary>
public static class TakeBackAlarm
{
    /// <summary>For how long after the alarm went out; inclusive.</summary>
    public static Duration Within { get; } = Duration.FromSeconds(60);

    /// <summary>Decides. Only who raised it may, while nobody else has reported the same.</summary>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by)
    {
        if (!string.Equals(alarm.RaisedBy, by, StringComparison.OrdinalIgnoreCase))
        {
            return AlarmDecided.Refused("alarm-not-your-report", "请让报告人撤回：只有报告人可以撤回误报。", "Ask who reported it: only that person can take a false alarm back.");
        }

        if (alarm.State == AlarmState.TakenBack)
        {
            return AlarmChange.Of(alarm);
        }

        if (AlarmRights.Over(alarm) is { } over)
        {
            return over;
        }

        if (alarm.Reports.Any(report => !string.Equals(report.By, by, StringComparison.OrdinalIgnoreCase)))
        {
            return AlarmDecided.Refused(
                "alarm-others-reported", "请由告警链上的人解除：别人也报告了同一故障。", "Have somebody of the chain resolve it: another person reported the same trouble.");
        }

        if (now - alarm.RoundAt > Within)
        {
            return AlarmDecided.Refused(
                "alarm-too-late", "请说明情况后解除：撤回只在发出后 60 秒内有效。", "Resolve it and say what happened: it can be taken back for 60 seconds only.");
        }

        return AlarmChange.Of(alarm).Tell(new AlarmEvent.TakenBack(), now, by);
    }
}
