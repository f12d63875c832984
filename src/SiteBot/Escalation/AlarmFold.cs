using NodaTime;

namespace SiteBot.Escalation;

/// <summary>How facts make an alarm. Pure.</summary>
public static class AlarmFold
{
    /// <summary>An alarm without facts.</summary>
    public static Alarm Begin(string id) => new() { Id = id };

    /// <summary>The alarm after one more fact.</summary>
    public static Alarm After(Alarm alarm, AlarmFact fact)
    {
        var changed = fact.Event switch
        {
            AlarmEvent.Raised e => alarm with
            {
                Trouble = e.Trouble, Severity = e.Severity, Visit = e.Visit, Site = e.Site, Office = e.Office, Product = e.Product, Drill = e.Drill,
                Chain = e.Chain, AcknowledgeMinutes = e.AcknowledgeMinutes, Round = 1, RoundAt = fact.ToldAt, RaisedAt = fact.ToldAt,
                Reports = [new AlarmReport(fact.By ?? "", fact.ToldAt, e.Visit, e.Words)],
            },
            AlarmEvent.Joined e => alarm with { Reports = alarm.Reports.Add(new AlarmReport(fact.By ?? "", fact.ToldAt, e.Visit, e.Words)) },
            AlarmEvent.DetailsTold e => alarm with { Since = e.Since ?? alarm.Since, Affected = e.Affected ?? alarm.Affected },
            AlarmEvent.Acknowledged => Acknowledge(alarm, fact),
            AlarmEvent.TakenOver => Acknowledge(alarm, fact) with { Owner = fact.By },
            AlarmEvent.HandedOn e => Acknowledge(alarm, fact) with
            {
                Owner = e.To, Drawn = alarm.IsOfChain(e.To) ? alarm.Drawn : alarm.Drawn.Add(e.To),
            },
            AlarmEvent.HelpAsked => alarm,
            AlarmEvent.Climbed e => alarm with { CalledLevel = Math.Max(alarm.CalledLevel, e.Level) },
            AlarmEvent.TakenBack => alarm with { State = AlarmState.TakenBack, EndedAt = fact.ToldAt },
            AlarmEvent.Resolved e => alarm with { State = AlarmState.Resolved, EndedAt = fact.ToldAt, WhatWasDone = e.What },
            AlarmEvent.Relapsed e => alarm with
            {
                State = AlarmState.Open, EndedAt = null, WhatWasDone = null, AcknowledgedAt = null, AcknowledgedBy = null, Owner = null, CalledLevel = 0,
                Chain = e.Chain, AcknowledgeMinutes = e.AcknowledgeMinutes, Round = alarm.Round + 1, RoundAt = fact.ToldAt,
                Reports = alarm.Reports.Add(new AlarmReport(fact.By ?? "", fact.ToldAt, null, e.Words)),
            },
            _ => throw new InvalidOperationException($"An alarm cannot fold {fact.Event.GetType().Name}."),
        };
        return changed with { Version = alarm.Version + 1, LastToldAt = Instant.Max(alarm.LastToldAt, fact.ToldAt) };
    }

    private static Alarm Acknowledge(Alarm alarm, AlarmFact fact) => alarm with
    {
        State = AlarmState.Acknowledged, AcknowledgedAt = alarm.AcknowledgedAt ?? fact.ToldAt, AcknowledgedBy = alarm.AcknowledgedBy ?? fact.By,
    };
}
