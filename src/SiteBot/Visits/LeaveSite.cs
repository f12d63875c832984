using NodaTime;
using SiteBot.Gate;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>The engineer leaves the site. While basic service is down nobody does (6.3-10): who is relieved hands the whole visit over. The gate decides the rest, from the same facts as when it is asked.</summary>
public static class LeaveSite
{
    /// <summary>Decides. The moment is that of telling or before.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="how">For the night, handed over, or for good.</param>
    /// <param name="watchedBy">Who stays or watches, by id or name; asked for where it is handed over.</param>
    /// <param name="verdict">What the gate says of leaving now in this way: a go, or its reasons are the refusal's.</param>
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
                : how == LeavingMode.ForGood && visit.Left is not null ? (ServiceDown(visit) ?? InTheWay(setting, null, verdict)) is { } still
                    ? still : Decided.Facts(new VisitEvent.Left(how, null, decision))
                : Decided.Refused("leave-not-there", "请先报到场：没有你在现场的记录。", "Tell me first that you arrived: you are not on record as being at the site.");
        }

        if (watchedBy is not null)
        {
            if (workplace.Directory.FindNamed(watchedBy) is not { } watcher || string.Equals(watcher.Id, visit.Lead, StringComparison.OrdinalIgnoreCase))
            {
                return Decided.Refused("leave-watcher", $"请写一位留守同事：“{watchedBy}”不行。", $"Name a colleague who stays: \"{watchedBy}\" will not do.");
            }

            watchedBy = watcher.Id;
        }

        if (how == LeavingMode.HandedOver && watchedBy is null)
        {
            return Decided.Refused("leave-watcher", "请写由谁接着守。", "Name who stays in your place.");
        }

        return (StillRuns(visit, how) ?? ServiceDown(visit) ?? InTheWay(setting, watchedBy, verdict)) is { } refused
            ? refused
            : Decided.Facts(new VisitEvent.Left(how, watchedBy, decision));
    }

    /// <summary>An operation that runs is nobody's to leave alone; null where none does.</summary>
    internal static Refusal? StillRuns(Visit visit, LeavingMode how) => visit.Running is null || how == LeavingMode.HandedOver ? null
        : new Refusal("leave-running", new Text("请先报告操作结果，或交给同事：操作还在进行。", "Tell how the operation ended, or hand over to a colleague: it still runs."));

    // The gate says the same by its check of 6.3-10; here stands who may relieve the engineer.
    private static Refusal? ServiceDown(Visit visit) => visit.ServiceState == ServiceState.Normal || visit.Plan.Live is false ? null
        : new Refusal("leave-service-down", new Text(
            "请留在现场：业务没恢复之前不能离开（6.3-10）。要换人，请把整个服务交给已到场的同事。",
            "Stay at the site: nobody leaves before the service runs (6.3-10). To be relieved, hand the whole visit to a colleague who is there."));

    private static Refusal? InTheWay(VisitSetting setting, string? watchedBy, Verdict verdict) =>
        verdict.Kind == VerdictKind.Go ? null
        : watchedBy is null && verdict.InTheWay.Any(check => check.Id == "5.4-5") && Watch.Owed(setting, "5.4-5") is { } watch ? new Refusal("watch-owed", watch)
        : verdict.InTheWay.ToList() is { Count: > 0 } inTheWay ? Said(inTheWay)
        : new Refusal("leave-gate", verdict.Advice);

    private static Refusal Said(List<CheckResult> inTheWay) => new("leave-gate", new Text(
        string.Concat(inTheWay.Select(check => check.Reason.Zh)), string.Join(" ", inTheWay.Select(check => check.Reason.En))));
}
