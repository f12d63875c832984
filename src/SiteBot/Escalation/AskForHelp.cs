using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>Calls the next level of the chain before its time. The chain may, and so may those who reported the trouble.</summary>
public static class AskForHelp
{
    /// <summary>Decides. Where everybody is told already, they are told again.</summary>
    public static AlarmDecided Decide(Alarm alarm, Instant now, string by, PrivateText? words)
    {
        if (AlarmRights.Over(alarm) is { } over)
        {
            return over;
        }

        if (!alarm.IsReporter(by) && AlarmRights.OfChain(alarm, by) is { } refusal)
        {
            return refusal;
        }

        var next = Math.Min(alarm.LevelAt(now) + 1, Math.Max(0, alarm.Chain.Length - 1));
        return AlarmChange.Of(alarm).Tell(new AlarmEvent.HelpAsked(words), now, by).Tell(new AlarmEvent.Climbed(next), now, by: null);
    }
}
