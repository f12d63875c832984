namespace SiteBot.Escalation;

/// <summary>Who may act on an alarm, and when it is too late to.</summary>
internal static class AlarmRights
{
    /// <summary>Why <paramref name="by"/> may not act on it as one of the chain, or null.</summary>
    public static Refusal? OfChain(Alarm alarm, string by) =>
        alarm.IsOfChain(by) ? Over(alarm)
        : new Refusal("alarm-not-yours", new Text(
            "请让被告警的人处理：只有告警链上的人可以操作这条告警。",
            "Leave it to those who were alarmed: only people of the alarm's chain can act on it."));

    /// <summary>Why nobody can act on it any more, or null.</summary>
    public static Refusal? Over(Alarm alarm) => alarm.State switch
    {
        AlarmState.Resolved => new Refusal("alarm-resolved", new Text(
            "不用再处理了：这条告警已经解除。故障重现请直接告诉我。", "Nothing is left to do: this alarm is resolved. If the trouble is back, just tell me.")),
        AlarmState.TakenBack => new Refusal("alarm-taken-back", new Text(
            "不用处理了：这条告警已作为误报撤回。", "Nothing is left to do: this alarm was taken back as false.")),
        _ => null,
    };
}
