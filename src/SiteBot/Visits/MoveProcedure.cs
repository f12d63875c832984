using NodaTime;

namespace SiteBot.Visits;

/// <summary>The lead takes over the procedure in force, where its file has changed since the visit began.</summary>
public static class MoveProcedure
{
    /// <summary>True where the visit keeps to an older version than the one in force.</summary>
    public static bool IsOffered(Visit visit, Workplace workplace) =>
        visit.IsOpen && workplace.Procedures.InForce(visit.Service) is { } inForce && inForce.ContentHash != visit.Procedure;

    /// <summary>Decides. What was told stays told; steps that are new are owed.</summary>
    public static Decided Decide(Visit visit, Workplace workplace, Instant now, string by) =>
        TellingRights.ToAct(VisitSetting.Of(visit, workplace, now), by) is { } refusal ? refusal
        : workplace.Procedures.InForce(visit.Service) is not { } inForce ? Decided.Refused("visit-service", "这类服务已没有流程。", "This service has no procedure any more.")
        : inForce.ContentHash == visit.Procedure ? Decided.Facts()
        : visit.Running is not null ? Decided.Refused(
            "procedure-running", "请先报告操作结果：操作进行中不换流程。", "Tell how the operation ended first: the procedure is not changed while it runs.")
        : Decided.Facts(new VisitEvent.ProcedureMoved(inForce.ContentHash));
}
