using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Escalation;

/// <summary>Trouble as somebody told it. Only what is wrong and the words are needed: the alarm goes out with the first sentence, the rest is asked after.</summary>
/// <param name="Trouble">What is wrong.</param>
/// <param name="Words">As told.</param>
/// <param name="Site">The site's id, or null where it was not named.</param>
/// <param name="Product">The product's id, or null.</param>
/// <param name="Drill">An exercise.</param>
public sealed record TroubleTelling(Trouble Trouble, PrivateText Words, string? Site = null, string? Product = null, bool Drill = false);

/// <summary>Raises an alarm (6.5-1), joins one that is open for the same trouble, or reopens one that was resolved.</summary>
public static class RaiseAlarm
{
    /// <summary>How long after it was resolved the same trouble is a relapse and not a new alarm.</summary>
    public static Duration RelapseWithin { get; } = Duration.FromHours(72);

    /// <summary>Decides.</summary>
    /// <param name="id">The id that a new alarm takes.</param>
    /// <param name="telling">What was told.</param>
    /// <param name="visit">The visit that it was told in, or null.</param>
    /// <param name="known">Open and resolved alarms of the visit, the site and the reporter (see <see cref="AlarmLabels"/>).</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it: a person of the directory.</param>
    /// <remarks>Refused only where there is nobody to tell it to: the reporter is not in the directory, or has no regional office and named no site.</remarks>
    public static AlarmDecided Decide(
        string id, TroubleTelling telling, Visit? visit, IEnumerable<Alarm> known, Workplace workplace, Instant now, string by)
    {
        var directory = workplace.Directory;
        if (directory.FindPerson(by) is not { } reporter)
        {
            return AlarmDecided.Refused("alarm-unknown-person", "请先打电话报告：您不在通讯录里，我无法替您发出告警。", "Phone it in now: you are not in the directory, so I cannot raise an alarm for you.");
        }

        if (telling.Site is { } named && directory.FindSite(named) is null)
        {
            return AlarmDecided.Refused(
                "alarm-unknown-site",
                $"请写站点编号：没有“{named}”这个站点。已知站点：{string.Join("、", directory.Sites.Select(site => site.Id))}。",
                $"Write the site's id: there is no site \"{named}\". Known sites: {string.Join(", ", directory.Sites.Select(site => site.Id))}.");
        }

        var site = directory.FindSite(telling.Site ?? visit?.Site ?? "");
        var office = site?.Office ?? visit?.Office ?? reporter.Office;
        if (office is null || directory.FindOffice(office) is not { } regionalOffice)
        {
            return AlarmDecided.Refused(
                "alarm-where",
                $"请写出站点编号，告警才知道发给谁：{string.Join("、", directory.Sites.Select(at => at.Id))}。",
                $"Write the site's id, so that I know whom to alarm: {string.Join(", ", directory.Sites.Select(at => at.Id))}.");
        }

        // Where the site named is another's, the visit is not the place of the trouble.
        var its = visit is not null && (telling.Site is null || Same(telling.Site, visit.Site)) ? visit : null;
        var product = telling.Product ?? its?.Plan.Product;
        var zone = site?.Zone ?? regionalOffice.Zone;
        var chain = AlarmChain.Of(telling.Trouble, Products(product, site, reporter), office, directory, now.InZone(zone).Date);
        var minutes = site is null ? Minutes(regionalOffice) : directory.PolicyOf(site).AcknowledgeMinutes.Value;

        foreach (var alarm in known.Where(alarm => alarm.Drill == telling.Drill && SamePlace(alarm, its, site, by)))
        {
            if (alarm.IsOpen && (alarm.Trouble == telling.Trouble || IsService(alarm.Trouble) && IsService(telling.Trouble)))
            {
                return Join(alarm, its, telling, now, by);
            }

            if (alarm is { State: AlarmState.Resolved, EndedAt: { } ended } && alarm.Trouble == telling.Trouble && now - ended < RelapseWithin)
            {
                return AlarmChange.Of(alarm).Tell(new AlarmEvent.Relapsed(chain, minutes, telling.Words), now, by);
            }
        }

        var raised = new AlarmEvent.Raised(
            telling.Trouble, Severities.Of(telling.Trouble), its?.Id, site?.Id, office, product, chain, minutes, telling.Words, telling.Drill);
        return AlarmChange.Of(AlarmFold.Begin(id)).Tell(raised, now, by);
    }

    // The same words of the same person twice are one report.
    private static AlarmChange Join(Alarm alarm, Visit? visit, TroubleTelling telling, Instant now, string by) =>
        alarm.Reports.Any(report => Same(report.By, by) && report.Words == telling.Words)
            ? AlarmChange.Of(alarm)
            : AlarmChange.Of(alarm).Tell(new AlarmEvent.Joined(visit?.Id, telling.Words), now, by);

    // Interruption that eases to degradation, or the other way, is the same trouble.
    private static bool IsService(Trouble trouble) => trouble is Trouble.Interruption or Trouble.SevereDegradation;

    private static bool SamePlace(Alarm alarm, Visit? visit, Site? site, string by) =>
        visit is not null && (Same(alarm.Visit, visit.Id) || alarm.Reports.Any(report => Same(report.Visit, visit.Id)))
        || site is not null && Same(alarm.Site, site.Id)
        || site is null && visit is null && alarm.Site is null && alarm.IsReporter(by);

    private static ImmutableArray<string> Products(string? product, Site? site, Person reporter) =>
        product is not null ? [product]
        : site is { Equipment.IsEmpty: false } ? [.. site.Equipment.Select(equipment => equipment.Product).Distinct(StringComparer.OrdinalIgnoreCase)]
        : reporter.Products;

    private static int Minutes(RegionalOffice office) => office.Policy.AcknowledgeMinutes ?? 15;

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
