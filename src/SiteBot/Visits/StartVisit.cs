using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>A visit as somebody asks for it.</summary>
/// <param name="Service">The service type's id.</param>
/// <param name="Site">The site's id.</param>
/// <param name="Plan">What is to be done and when; product, current version and operation follow from the rest where they are left out.</param>
/// <param name="ContactName">The customer's contact, or null.</param>
/// <param name="ContactPhone">How to reach the contact, or null.</param>
/// <param name="Lead">Who leads it; null for who asks.</param>
public sealed record VisitRequest(
    string Service, string Site, WorkPlan Plan, PrivateText? ContactName = null, PrivateText? ContactPhone = null, string? Lead = null);

/// <summary>Puts a visit on record. A contractor whose card does not name the product may start; 6.3-3 asks for the card before anything is operated.</summary>
public static class StartVisit
{
    /// <summary>Decides; the facts are those of a visit that has none yet.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="open">Open visits of the lead and the site (see <see cref="VisitLabels"/>).</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(VisitRequest request, IEnumerable<Visit> open, Workplace workplace, Instant now, string by)
    {
        var directory = workplace.Directory;
        if (workplace.Procedures.InForce(request.Service) is not { } procedure)
        {
            var known = workplace.Standard.Services;
            return Decided.Refused(
                "visit-service",
                $"请选服务类型：{string.Join("、", known.Select(service => service.Name.Zh))}。",
                $"Choose the service: {string.Join(", ", known.Select(service => service.Name.En))}.");
        }

        if (directory.FindPerson(request.Lead ?? by) is not { } lead)
        {
            return Decided.Refused(
                "visit-lead", $"请换负责人：通讯录里没有“{request.Lead ?? by}”。", $"Name who leads it: there is no \"{request.Lead ?? by}\" in the directory.");
        }

        if (directory.FindSite(request.Site) is not { } site)
        {
            var known = directory.Sites.Select(at => at.Id).ToList();
            return Decided.Refused(
                "visit-site",
                $"请写站点编号：没有“{request.Site}”。已知站点：{string.Join("、", known)}。",
                $"Write the site's id: there is no \"{request.Site}\". Known sites: {string.Join(", ", known)}.");
        }

        var plan = PlanChecks.Completed(request.Plan, procedure, site);
        if (PlanChecks.Wrong(plan, site, workplace, now) is { } wrong)
        {
            return wrong;
        }

        var missing = PlanChecks.MissingIn(plan, procedure);
        if (!missing.IsEmpty)
        {
            return Decided.Refused(
                "plan-missing",
                $"请补上：{string.Join("、", missing.Select(item => PlanChecks.Name(item).Zh))}。",
                $"Tell me also: {string.Join(", ", missing.Select(item => PlanChecks.Name(item).En))}.");
        }

        if (open.FirstOrDefault(visit => Overlaps(visit, request.Service, site, plan, lead)) is { } other)
        {
            var clock = new SiteClock(site.Zone, now);
            var window = other.Plan is { From: { } from, To: { } to } ? clock.SayStretch(from, to, now) : "";
            return Decided.Refused(
                "visit-open-already",
                $"请在 {other.Id} 里继续：{lead.Name.Zh} 在这台设备上已有一次服务 {window}。",
                $"Go on with {other.Id}: {lead.Name.En} has a visit on this equipment already {window}.".Replace(" .", ".", StringComparison.Ordinal));
        }

        return Decided.Facts(
            new VisitEvent.Started(
                request.Service, procedure.ContentHash, site.Office, site.Id, site.Customer, lead.Id, request.ContactName, request.ContactPhone),
            new VisitEvent.Planned(plan, null));
    }

    private static bool Overlaps(Visit visit, string service, Site site, WorkPlan plan, Person lead) =>
        visit.IsOpen && Same(visit.Lead, lead.Id) && Same(visit.Site, site.Id) && Same(visit.Plan.Equipment, plan.Equipment)
        && (plan.Equipment is not null || visit.Service == service)
        && (visit.Plan.From is not { } itsFrom || plan.To is not { } to || itsFrom < to) && (visit.Plan.To is not { } itsTo || plan.From is not { } from || from < itsTo);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
