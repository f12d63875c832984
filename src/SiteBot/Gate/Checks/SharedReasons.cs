namespace SiteBot.Gate.Checks;

/// <summary>Reasons that several checks give in the same words.</summary>
internal static class SharedReasons
{
    /// <summary>The exception of <c>dialogs/gate.yaml</c> for equipment not yet in service.</summary>
    public static readonly Finding NotInService = Finding.NotApplicable(new(
        "设备尚未投入业务，此项只针对现网设备。",
        "The equipment is not in service yet; this speaks of live equipment."));

    /// <summary>The exception of <c>dialogs/gate.yaml</c> for restoring service.</summary>
    public static readonly Finding TimeWaivedToRestore = Finding.Waived(new(
        "先恢复业务（6.5-2）：业务中断或严重下降时，恢复操作不等时间窗口。",
        "Restore first (6.5-2): with the service interrupted or severely degraded, restoring it waits for no window."));

    public static readonly Finding NotMajor = Finding.NotApplicable(new(
        "不是重大操作，此项不适用。",
        "This is no major operation; the check does not apply."));

    public static readonly Finding LeavesServiceAlone = Finding.NotApplicable(new(
        "已说明本次硬件操作不影响业务，此项不适用。",
        "A reason is on record why this hardware operation affects no service; the check does not apply."));

    /// <summary>No time check can be answered without the duration, which the engineer knows.</summary>
    public static readonly Finding LengthUnknown = new(
        CheckState.Missing,
        new("请说明操作需要多少分钟（含回退时间），否则无法判断时间窗口。", "Say how many minutes the operation takes, a rollback included; without that no window can be judged."),
        FixedBy.Engineer,
        new("你说明操作需要多少分钟（含回退）", "you say how many minutes it takes, a rollback included"));
}
