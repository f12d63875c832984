using NodaTime;
using SiteBot.Gate;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>The engineer leaves the site. While the service is down nobody does, unless a colleague stays in their place (6.3-10).</summary>
public static class LeaveSite
{
    /// <summary>Decides. The moment is that of telling or before.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="how">For the night, handed over, or for good.</param>
    /// <param name="watchedBy">Who stays or watches, by id; asked for where it is handed over.</param>
    /// <param name="verdict">
    /// What the gate says of leaving now. For good it must be a go; for the night what is known to be wrong holds, and the watch after a cutover (5.4-5), but nobody
    /// has to have cleared up who comes back tomorrow.
    /// </param>
    /// <param name="decision">The id under which that verdict is on record.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(
        Visit visit, LeavingMode how, string? watchedBy, Verdict verdict, string decision, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        if (TellingRights.ToAct(setting, by) is { } refusal)
        {
            return refusal;
        }

        if (!visit.IsOnSite)
        {
            return visit.Left?.How == how ? Decided.Facts()
                : how == LeavingMode.ForGood && visit.Left is not null && visit.ServiceState == ServiceState.Normal ? InTheWay(setting, how, null, verdict) is { } still
                    ? still : Decided.Facts(new VisitEvent.Left(how, null, decision))
                : Decided.Refused("leave-not-there", "请先报到场：没有你在现场的记录。", "Tell me first that you arrived: you are not on record as being at the site.");
        }

        if (watchedBy is not null && (workplace.Directory.FindPerson(watchedBy) is null || string.Equals(watchedBy, visit.Lead, StringComparison.OrdinalIgnoreCase)))
        {
            return Decided.Refused("leave-watcher", $"请写一位留守同事：“{watchedBy}”不行。", $"Name a colleague who stays: \"{watchedBy}\" will not do.");
        }

        if (how == LeavingMode.HandedOver)
        {
            return watchedBy is null
                ? Decided.Refused("leave-watcher", "请写由谁接着守。", "Name who stays in your place.")
                : Decided.Facts(new VisitEvent.Left(how, watchedBy, decision));
        }

        if (visit.Running is not null)
        {
            return Decided.Refused("leave-running", "请先报告操作结果，或交给同事：操作还在进行。", "Tell how the operation ended, or hand over to a colleague: it still runs.");
        }

        if (visit.ServiceState != ServiceState.Normal)
        {
            return Decided.Refused(
                "leave-service-down", "请留在现场：业务没恢复之前不能离开（6.3-10）。", "Stay at the site: nobody leaves before the service runs (6.3-10).");
        }

        if (InTheWay(setting, how, watchedBy, verdict) is { } refused)
        {
            return refused;
        }

        return Decided.Facts(new VisitEvent.Left(how, watchedBy, decision));
    }

    private static Refusal? InTheWay(VisitSetting setting, LeavingMode how, string? watchedBy, Verdict verdict)
    {
        var inTheWay = verdict.InTheWay.Where(check => check.Provision is not { } provision || IsOwed(setting, provision)).ToList();
        if (how == LeavingMode.ForTheNight)
        {
            var watch = watchedBy is null ? Watch.Owed(setting, "5.4-5") : null;
            inTheWay.RemoveAll(check => check.State != CheckState.Fail);
            return watch is not null ? new Refusal("watch-owed", watch) : inTheWay.Count > 0 ? Said(inTheWay) : null;
        }

        return verdict.Kind == VerdictKind.Go ? null
            : inTheWay.Count > 0 ? Said(inTheWay)
            : verdict.InTheWay.Any() ? null
            : new Refusal("leave-gate", verdict.Advice);
    }

    private static Refusal Said(List<CheckResult> inTheWay) => new("leave-gate", new Text(
        string.Concat(inTheWay.Select(check => check.Reason.Zh)), string.Join(" ", inTheWay.Select(check => check.Reason.En))));

    // The gate's list for leaving is one for all services: what does not bind this one is nobody's to confirm.
    private static bool IsOwed(VisitSetting setting, string provision) =>
        setting.Procedure.Steps.Any(step => step.Provisions.Contains(provision)) || setting.Procedure.Phases.Any(phase => phase.Guard.Contains(provision))
        || setting.Procedure.Duties.Any(duty => duty.Provisions.Contains(provision));
}
