using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>Changes what is to be done and when. Consents hold for one scope alone, so a change of it voids them (6.5-3).</summary>
public static class ChangePlan
{
    /// <summary>Decides. The same plan is nothing new; filling a gap needs no reason, a change does.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="plan">The plan, whole.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it is told.</param>
    /// <param name="by">Who tells it.</param>
    public static Decided Decide(Visit visit, WorkPlan plan, PrivateText? reason, Workplace workplace, Instant now, string by)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        if (TellingRights.ToAct(setting, by) is { } refusal)
        {
            return refusal;
        }

        if (visit.Running is not null)
        {
            return Decided.Refused("plan-running", "请先报告操作结果：操作进行中不能改计划。", "Tell how the operation ended first: a plan is not changed while it runs.");
        }

        if (setting.Site is not { } site)
        {
            return Decided.Refused("visit-site", $"请找管理员：站点 {visit.Site} 已不在通讯录里。", $"Ask the administrator: the site {visit.Site} is no more in the directory.");
        }

        // Another piece of equipment brings its own product and version.
        var asked = plan.Equipment != visit.Plan.Equipment && plan.Product == visit.Plan.Product && plan.CurrentVersion == visit.Plan.CurrentVersion
            ? plan with { Product = null, CurrentVersion = null }
            : plan;
        var completed = PlanChecks.Completed(asked, setting.Procedure, site);
        if (completed == visit.Plan)
        {
            return Decided.Facts();
        }

        // A window that has passed meanwhile does not keep other parts from being corrected.
        var examined = completed.To == visit.Plan.To && completed.From == visit.Plan.From ? completed with { From = null, To = null } : completed;
        if (PlanChecks.Wrong(examined, site, workplace, now) is { } wrong)
        {
            return wrong;
        }

        return reason is null && PlanChanges.Contradict(visit.Plan, completed)
            ? Decided.Refused("reason-missing", "请写明为什么改计划。", "Write why the plan changes.")
            : Decided.Facts(new VisitEvent.Planned(completed, reason));
    }
}
