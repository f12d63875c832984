using NodaTime;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Visits;

namespace SiteBot.Oversight;

/// <summary>
/// Who may read a visit by its id: its status, checklist, forms and history, open or over. More than <see cref="Sight"/> shows at once: whoever may act for it, tell of it
/// or is called to it must be able to read it. By the directory of now, deputies by the day at its site:
/// <list type="bullet">
/// <item>its crew: who leads it or led it, who watches or owes a duty that was handed on, colleagues of its regional office who may act for it (<see cref="RightTo"/>);</item>
/// <item>the head and the project managers of its regional office; product support, remote support and experts of its product; administrators;</item>
/// <item>who was asked for a consent in it, answered or entered one, whatever became of it;</item>
/// <item>who was called by an open alarm of it, or reported one.</item>
/// </list>
/// </summary>
public static class ReadingRights
{
    /// <summary>Why <paramref name="by"/> may not read the visit, with whom to ask; null where they may.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="by">Who, by id.</param>
    /// <param name="alarms">Open alarms that were read; those of other visits do not count.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static Refusal? ToRead(Visit visit, string by, IEnumerable<Alarm> alarms, Workplace workplace, Instant now)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(workplace);
        if (workplace.Directory.FindPerson(by) is null)
        {
            return RightTo.Stranger(workplace, now);
        }

        var day = RightTo.DayAt(visit, workplace, now);
        return RightTo.Tell(visit, by, workplace, now) is null || IsOfCrew(visit, by, day, workplace.Directory) || workplace.Directory.HoldersForOffice(Role.ProjectManager, visit.Office, day).Any(holder => RightTo.Same(holder.Person.Id, by))
            || visit.Consents.Any(request => RightTo.Same(request.AnsweredBy, by) || ConsentRights.IsAsked(request, by, day, workplace.Directory))
            || alarms.Any(alarm => alarm.IsOpen && IsOf(alarm, visit) && (alarm.IsOfChain(by) || alarm.IsReporter(by)))
            ? null
            : NotYours(visit, day, workplace.Directory);
    }

    private static bool IsOfCrew(Visit visit, string by, LocalDate day, CompanyDirectory directory) =>
        RightTo.Same(visit.Left?.WatchedBy, by)
        || visit.Duties.Values.Any(duty => RightTo.Same(duty.Owner, by))
        || (directory.FindPerson(visit.Lead) is { } lead && lead.Deputies.Any(deputy => RightTo.Same(deputy.Person, by) && deputy.StandsInOn(day)));

    private static bool IsOf(Alarm alarm, Visit visit) => RightTo.Same(alarm.Visit, visit.Id) || alarm.Reports.Any(report => RightTo.Same(report.Visit, visit.Id));

    private static Refusal NotYours(Visit visit, LocalDate day, CompanyDirectory directory)
    {
        var ask = new[] { directory.FindPerson(visit.Lead) }.OfType<Person>()
            .Concat(directory.HoldersForOffice(Role.OfficeHead, visit.Office, day).Select(holder => holder.Person)).Take(2).ToList();
        return new Refusal("visit-not-read", new Text(
            $"请向{RightTo.Names(ask, Language.Zh)}了解：这次现场服务只给参与的人、本办事处和产品的负责人查看。",
            $"Ask{RightTo.Names(ask, Language.En)} about it: this visit is shown only to those who work on it and those who answer for its regional office or product."));
    }
}
