using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;

namespace SiteBot.Visits;

/// <summary>A visit that does not take place. Where something was operated it took place, and is closed instead.</summary>
public static class CancelVisit
{
    /// <summary>Decides.</summary>
    public static Decided Decide(Visit visit, PrivateText? reason, Workplace workplace, Instant now, string by) =>
        TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal ? refusal
        : visit.Operations.Length > 0 ? Decided.Refused(
            "cancel-operated", "请按流程结束：已经操作过，不能取消。", "Close it instead: something was operated, so it took place.")
        : visit.ServiceState != ServiceState.Normal ? Decided.Refused(
            "cancel-service-down", "请先恢复业务：业务没恢复不能取消（6.3-10）。", "Restore the service first: it is not cancelled before the service runs (6.3-10).")
        : visit.IsOnSite ? Decided.Refused("cancel-on-site", "请先报离开现场。", "Tell me first that you left the site.")
        : reason is null ? Decided.Refused("reason-missing", "请写明取消的原因。", "Write why it is cancelled.")
        : Decided.Facts(new VisitEvent.Cancelled(reason));
}
