using NodaTime;

namespace SiteBot.Escalation;

/// <summary>Somebody of the chain looks after the alarm from now on. Whoever looked after it before is told.</summary>
public static class TakeOverAlarm
{
    /// <summary>Decides. One's own already is nothing new.</summary>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by)
    {
        if (AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        var change = AlarmChange.Of(alarm);
        return string.Equals(alarm.Owner, by, StringComparison.OrdinalIgnoreCase) ? change : change.Tell(new AlarmEvent.TakenOver(), now, by);
    }
}
