using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>The chain says that the trouble is over. Where service was down, see <see cref="RestoreService"/>.</summary>
public static class ResolveAlarm
{
    /// <summary>Decides.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="what">What was done; asked for where it is missing.</param>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by, PrivateText? what)
    {
        if (alarm.State == AlarmState.Resolved && alarm.IsOfChain(by))
        {
            return AlarmChange.Of(alarm);
        }

        if (AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        return what is null
            ? AlarmDecided.Refused("alarm-what-done", "请写明做了什么，所有被告警的人都会看到。", "Write what was done; everybody who was alarmed will read it.")
            : AlarmChange.Of(alarm).Tell(new AlarmEvent.Resolved(what, ServiceRestored: false), now, by);
    }
}

/// <summary>"Service is restored" (6.5-2, 6.3-10): asks what was done and ends the alarm. The caller also tells the visit that service is normal.</summary>
public static class RestoreService
{
    /// <summary>Decides. Who reported the trouble, who leads the visit, and the chain may tell it.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="lead">Who leads its visit, or null.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="what">What was done; asked for where it is missing.</param>
    public static AlarmDecided Decide(Alarm alarm, string? lead, Instant now, string by, PrivateText? what)
    {
        if (alarm.State == AlarmState.Resolved)
        {
            return AlarmChange.Of(alarm);
        }

        if (AlarmRights.Over(alarm) is { } over)
        {
            return over;
        }

        if (!alarm.IsReporter(by) && !string.Equals(lead, by, StringComparison.OrdinalIgnoreCase) && AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        return what is null
            ? AlarmDecided.Refused("alarm-what-done", "请写明做了什么使业务恢复，所有被告警的人都会看到。", "Write what restored the service; everybody who was alarmed will read it.")
            : AlarmChange.Of(alarm).Tell(new AlarmEvent.Resolved(what, ServiceRestored: true), now, by);
    }
}
