using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Oversight;

/// <summary>What those who look after visits see at once: computed from open visits and alarms, the standard and the time.</summary>
/// <param name="Visits">The open visits: whose service suffers first, then what runs, what is overdue, what begins soonest.</param>
/// <param name="Alarms">The open alarms: those that nobody has acknowledged first, then the oldest.</param>
/// <param name="Consents">Requests that nobody has answered: the nearest window first.</param>
/// <param name="People">Who owes something: most overdue first, then the oldest debt.</param>
/// <param name="Offices">The regional offices that have anything to show, by id.</param>
/// <param name="Provisions">The provisions that hold visits up, most often first.</param>
public sealed record Overview(
    ImmutableArray<VisitStanding> Visits, ImmutableArray<Alarm> Alarms, ImmutableArray<PendingConsent> Consents, ImmutableArray<PersonDebts> People,
    ImmutableArray<OfficeSum> Offices, ImmutableArray<HoldUp> Provisions)
{
    /// <summary>Draws it up.</summary>
    /// <param name="visits">Visits that may be seen; ended ones are passed over.</param>
    /// <param name="alarms">Alarms that may be seen; ended ones are passed over.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static Overview Of(IEnumerable<Visit> visits, IEnumerable<Alarm> alarms, Workplace workplace, Instant now)
    {
        var open = alarms.Where(alarm => alarm.IsOpen).OrderBy(alarm => alarm.State).ThenBy(alarm => alarm.Drill).ThenByDescending(alarm => alarm.Severity).ThenBy(alarm => alarm.RoundAt)
            .ToImmutableArray();
        var standings = visits.Where(visit => visit.IsOpen).Select(visit => VisitStanding.Of(visit, open, workplace, now))
            .OrderByDescending(one => one.Visit.ServiceState).ThenByDescending(one => one.Visit.Running is not null).ThenByDescending(one => one.Overdue)
            .ThenBy(one => one.Visit.Plan.From ?? Instant.MaxValue).ThenBy(one => one.Visit.Id, StringComparer.Ordinal).ToImmutableArray();
        var consents = standings.SelectMany(one => one.Consents.Select(request => new PendingConsent(one.Visit, request, WhatIsDue.WhoAnswers(one.Visit, request, workplace, now))))
            .OrderBy(one => one.Request.Scope.From).ThenBy(one => one.Request.AskedAt).ToImmutableArray();
        return Sum(standings, open, consents, now);
    }

    /// <summary>What of it is a regional office's; nothing is decided anew.</summary>
    /// <param name="office">The regional office's id.</param>
    /// <param name="now">Business time, as it was drawn up.</param>
    public Overview In(string office, Instant now)
    {
        return Sum([.. Visits.Where(one => IsIts(one.Visit.Office))], [.. Alarms.Where(alarm => IsIts(alarm.Office))], [.. Consents.Where(one => IsIts(one.Visit.Office))], now);

        bool IsIts(string its) => string.Equals(its, office, StringComparison.OrdinalIgnoreCase);
    }

    private static Overview Sum(ImmutableArray<VisitStanding> visits, ImmutableArray<Alarm> alarms, ImmutableArray<PendingConsent> consents, Instant now) =>
        new(visits, alarms, consents, PersonDebts.Of(visits, consents, now), OfficeSum.Of(visits, alarms, consents), HoldUp.Of(visits, now));
}

/// <summary>A request for consent that nobody has answered.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Request">The request.</param>
/// <param name="Owners">Who is to answer, by id: who was asked and is still in the directory, else the heads of the regional office.</param>
public sealed record PendingConsent(Visit Visit, ConsentRequest Request, ImmutableArray<string> Owners)
{
    /// <summary>True once the window has begun without an answer.</summary>
    public bool IsOverdueAt(Instant now) => Request.Scope.From <= now;
}

/// <summary>A provision that holds visits up.</summary>
/// <param name="Provision">The provision's id.</param>
/// <param name="Visits">How many visits it holds up now.</param>
public sealed record HoldUp(string Provision, int Visits)
{
    /// <summary>Counts them.</summary>
    internal static ImmutableArray<HoldUp> Of(IEnumerable<VisitStanding> visits, Instant now) =>
    [
        .. visits.SelectMany(visit => visit.HeldUpBy(now)).CountBy(provision => provision, StringComparer.Ordinal).Select(one => new HoldUp(one.Key, one.Value))
            .OrderByDescending(one => one.Visits).ThenBy(one => one.Provision, StringComparer.Ordinal),
    ];
}
