using System.Collections.Immutable;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>"Service is restored" (6.5-2, 6.3-10): ends the open alarms of the visit, tells everybody who was alarmed, and the visit that service is normal.</summary>
internal static class ServiceBack
{
    /// <summary>Tells it.</summary>
    public static async ValueTask Tell(Turn turn, Visit visit, PrivateText? what)
    {
        await turn.ReadMore([], [AlarmLabels.OpenOf(visit.Id), AlarmLabels.OpenAt(visit.Site)]).ConfigureAwait(false);
        var alarms = turn.Alarms.Where(alarm => alarm.IsOpen && Turn.Same(alarm.Site, visit.Site)
            && alarm.Trouble is Trouble.Interruption or Trouble.SevereDegradation).ToImmutableArray();
        foreach (var alarm in alarms)
        {
            if (turn.Tell(RestoreService.Decide(alarm, visit.Lead, turn.Now, turn.Person.Id, what)) is { } refusal)
            {
                turn.Refuse(refusal);
                return;
            }
        }

        if (turn.Tell(visit, TellServiceState.Decide(visit, ServiceState.Normal, what, turn.Workplace, turn.Person.Id)) is { } wrong)
        {
            turn.Refuse(wrong);
            return;
        }

        turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, turn.Now, turn.Language));
    }
}
