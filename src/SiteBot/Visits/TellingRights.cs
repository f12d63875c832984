using SiteBot.Approvals;

namespace SiteBot.Visits;

/// <summary>Whether something may be told of a visit: it is not over, and who tells it may act for it (<see cref="RightTo"/>).</summary>
internal static class TellingRights
{
    /// <summary>Why nothing can be told of it any more, or null.</summary>
    public static Refusal? Over(Visit visit) =>
        visit.IsOpen ? null
        : visit.WasCancelled ? new Refusal("visit-cancelled", new Text("不用再做了：这次服务已取消。", "Nothing is left to do: this visit was cancelled."))
        : new Refusal("visit-closed", new Text("不用再做了：这次服务已经结束归档。", "Nothing is left to do: this visit is closed."));

    /// <summary>Why <paramref name="by"/> may not decide about the visit now, or null.</summary>
    public static Refusal? ToAct(VisitSetting setting, string by) =>
        Over(setting.Visit) ?? RightTo.Act(setting.Visit, by, setting.Workplace, setting.Now);

    /// <summary>Why <paramref name="by"/> may not tell what was done now, or null: some steps are those of remote support and experts.</summary>
    public static Refusal? ToTell(VisitSetting setting, string by) =>
        Over(setting.Visit) ?? RightTo.Tell(setting.Visit, by, setting.Workplace, setting.Now);
}
