using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Outbox;

namespace SiteBot.Escalation;

/// <summary>What an alarm will have to say if nothing happens: all that its stream owes from now on. Pure; goes into the commit of the facts as its plan.</summary>
public static class AlarmPlan
{
    private const int RepeatsAtTheTop = 24;
    private const int StretchesBetweenRepeats = 4;

    /// <summary>Climbs while nobody acknowledges (the next level, and the former again), then everybody again every fourth stretch (hourly by default) for a day;
    /// the question whether anybody is there after a silence, save where a visit's service is down: its own plan asks then.</summary>
    public static ImmutableArray<OutgoingMessage> Of(Alarm alarm, Workplace workplace)
    {
        if (!alarm.IsOpen)
        {
            return [];
        }

        var plan = ImmutableArray.CreateBuilder<OutgoingMessage>();
        if (alarm.State == AlarmState.Open && alarm.AcknowledgeMinutes > 0)
        {
            Climbs(alarm, plan);
        }

        if (alarm.Visit is null || alarm.Trouble is not (Trouble.Interruption or Trouble.SevereDegradation))
        {
            Silence(alarm, workplace, plan);
        }

        return plan.ToImmutable();
    }

    private static void Climbs(Alarm alarm, ImmutableArray<OutgoingMessage>.Builder plan)
    {
        var stretch = Duration.FromMinutes(alarm.AcknowledgeMinutes);
        var top = alarm.Chain.Length - 1;
        for (var level = 1; level <= top; level++)
        {
            Climb(alarm, level, alarm.RoundAt + stretch * level, $"climb/{level}", plan);
        }

        for (var again = 1; again <= RepeatsAtTheTop; again++)
        {
            Climb(alarm, top + 1, alarm.RoundAt + stretch * (Math.Max(top, 0) + again * StretchesBetweenRepeats), $"again/{again}", plan);
        }
    }

    private static void Climb(Alarm alarm, int level, Instant due, string occasion, ImmutableArray<OutgoingMessage>.Builder plan)
    {
        for (var at = 0; at <= Math.Min(level, alarm.Chain.Length - 1); at++)
        {
            foreach (var person in alarm.Chain[at].People.Where(person => !string.Equals(person, alarm.RaisedBy, StringComparison.OrdinalIgnoreCase)))
            {
                plan.Add(Message(alarm, AlarmMessages.Climb, Recipient.Person(person), due, occasion, slot: null, level, again: at < level));
            }
        }

        plan.Add(Message(alarm, AlarmMessages.Card, Recipient.Channel(alarm.Office), due, occasion, AlarmMessages.Slot(alarm.Id), level, again: true));
    }

    private static void Silence(Alarm alarm, Workplace workplace, ImmutableArray<OutgoingMessage>.Builder plan)
    {
        var minutes = workplace.Directory.FindSite(alarm.Site ?? "") is { } site ? workplace.Directory.PolicyOf(site).SilenceMinutes.Value
            : workplace.Directory.FindOffice(alarm.Office)?.Policy.SilenceMinutes ?? 30;
        var stretch = Duration.FromMinutes(minutes);
        if (minutes <= 0)
        {
            return;
        }

        var occasion = $"silence/{alarm.Version}";
        foreach (var reporter in alarm.Reports.Select(report => report.By).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            plan.Add(Message(alarm, AlarmMessages.Silence, Recipient.Person(reporter), alarm.LastToldAt + stretch, occasion, slot: null));
        }

        var managers = (alarm.Owner is { } owner ? [owner] : alarm.Chain.IsEmpty ? [] : alarm.Chain[0].People).Where(person => !alarm.IsReporter(person));
        foreach (var manager in managers)
        {
            plan.Add(Message(alarm, AlarmMessages.Silence, Recipient.Person(manager), alarm.LastToldAt + stretch + stretch, occasion, slot: null));
        }
    }

    private static OutgoingMessage Message(
        Alarm alarm, string kind, Recipient to, Instant due, string occasion, string? slot, int? level = null, bool? again = null) => new(
        $"alarm/{alarm.Id}/{alarm.Round}/{occasion}/{to}", to, Urgency.Urgent, due, kind, alarm.Stream,
        new AlarmMessageData(alarm.Id, alarm.Round, alarm.Version, level, again).Json(), slot);
}
