using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>Hands the alarm to another person of the directory, who may then act on it as the chain does.</summary>
public static class HandOnAlarm
{
    /// <summary>Decides. Handed to who looks after it already is nothing new.</summary>
    public static AlarmDecided Decide(Alarm alarm, Workplace workplace, Instant now, string by, string to, PrivateText? words)
    {
        if (AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        if (workplace.Directory.FindPerson(to) is not { } person)
        {
            return AlarmDecided.Refused(
                "alarm-hand-on-unknown", $"请换一个人：通讯录里没有“{to}”。", $"Name somebody else: there is no \"{to}\" in the directory.");
        }

        var change = AlarmChange.Of(alarm);
        return string.Equals(alarm.Owner, person.Id, StringComparison.OrdinalIgnoreCase) ? change : change.Tell(new AlarmEvent.HandedOn(person.Id, words), now, by);
    }
}
