using NodaTime;

namespace SiteBot.Escalation;

/// <summary>Somebody of the chain says "I have seen it": it climbs no more.</summary>
public static class AcknowledgeAlarm
{
    /// <summary>Decides. Acknowledged already is nothing new.</summary>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by)
    {
        if (AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        var change = AlarmChange.Of(alarm);
        return alarm.State == AlarmState.Acknowledged ? change : change.Tell(new AlarmEvent.Acknowledged(), now, by);
    }
}
