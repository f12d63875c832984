using System.Collections.Immutable;
using SiteBot.Escalation;
using SiteBot.Gate;

namespace SiteBot.Oversight;

/// <summary>A regional office in numbers.</summary>
/// <param name="Office">Its id.</param>
/// <param name="Visits">Open visits.</param>
/// <param name="Troubled">How many of them have a service that is down or degraded.</param>
/// <param name="Running">How many have an operation that runs.</param>
/// <param name="Overdue">Debts whose time is over.</param>
/// <param name="Alarms">Open alarms, drills not counted.</param>
/// <param name="Unacknowledged">How many of those nobody has acknowledged.</param>
/// <param name="Consents">Requests for consent that nobody has answered.</param>
public sealed record OfficeSum(string Office, int Visits, int Troubled, int Running, int Overdue, int Alarms, int Unacknowledged, int Consents)
{
    /// <summary>The regional offices that have anything to show.</summary>
    internal static ImmutableArray<OfficeSum> Of(ImmutableArray<VisitStanding> visits, ImmutableArray<Alarm> alarms, ImmutableArray<PendingConsent> consents)
    {
        var byOffice = visits.ToLookup(one => one.Visit.Office, StringComparer.OrdinalIgnoreCase);
        var alarmed = alarms.Where(alarm => !alarm.Drill).ToLookup(alarm => alarm.Office, StringComparer.OrdinalIgnoreCase);
        var waiting = consents.ToLookup(one => one.Visit.Office, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. byOffice.Select(group => group.Key).Concat(alarmed.Select(group => group.Key)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Select(office => new OfficeSum(
                office, byOffice[office].Count(), byOffice[office].Count(one => one.Visit.ServiceState != ServiceState.Normal), byOffice[office].Count(one => one.Visit.Running is not null),
                byOffice[office].Sum(one => one.Overdue), alarmed[office].Count(), alarmed[office].Count(alarm => alarm.State == AlarmState.Open), waiting[office].Count())),
        ];
    }
}
