using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>What a plan must hold and what it cannot be.</summary>
public static class PlanChecks
{
    private const int MostMinutes = 43_200;

    /// <summary>What the procedure asks of the plan and the plan does not hold, in the order in which it is asked. What counts as said when nobody says it (5.5-1: not sure) is no gap.</summary>
    public static ImmutableArray<PlanItem> MissingIn(WorkPlan plan, Procedure procedure) => [.. procedure.Plan.Where(item => item switch
    {
        PlanItem.Equipment => plan.Equipment is null,
        PlanItem.CurrentVersion => plan.CurrentVersion is null,
        PlanItem.TargetVersion => plan.TargetVersion is null,
        PlanItem.Window => plan.From is null || plan.To is null,
        PlanItem.Duration => plan.DurationMinutes is null,
        _ => false,
    })];

    /// <summary>A plan item's name.</summary>
    public static Text Name(PlanItem item) => item switch
    {
        PlanItem.Equipment => new("设备", "equipment"),
        PlanItem.CurrentVersion => new("当前版本", "current version"),
        PlanItem.TargetVersion => new("目标版本", "target version"),
        PlanItem.Window => new("时间窗口", "window"),
        PlanItem.Duration => new("预计时长", "duration"),
        PlanItem.Major => new("是否重大操作", "whether it is major"),
        PlanItem.Sure => new("是否有把握", "whether you are sure of it"),
        PlanItem.Hardware => new("是否动硬件", "whether hardware is handled"),
        PlanItem.Tool => new("是否更换工具", "whether a tool was changed"),
        PlanItem.Live => new("是否在网运行", "whether it carries live service"),
        _ => new("预期告警", "alarms to expect"),
    };

    /// <summary>The plan with what follows from the rest: the directory's spelling of the equipment, its product and version, the procedure's operation.</summary>
    internal static WorkPlan Completed(WorkPlan plan, Procedure procedure, Site site)
    {
        var equipment = plan.Equipment is { } named ? site.FindEquipment(named) : null;
        return plan with
        {
            Operation = plan.Operation ?? procedure.Operation,
            Equipment = equipment?.Id ?? plan.Equipment,
            Product = plan.Product ?? equipment?.Product,
            CurrentVersion = plan.CurrentVersion ?? equipment?.Version,
        };
    }

    /// <summary>Why the plan will not do, or null.</summary>
    /// <param name="plan">A completed plan.</param>
    /// <param name="site">The site.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    internal static Refusal? Wrong(WorkPlan plan, Site site, Workplace workplace, Instant now)
    {
        if (plan.Operation is { } operation && Wire.Read<OperationKind>(operation) is null)
        {
            return Refused("plan-operation", $"请换一个操作：没有“{operation}”。", $"Name another operation: there is no \"{operation}\".");
        }

        if (plan.Equipment is { } named && !site.Equipment.IsEmpty && site.FindEquipment(named) is null)
        {
            var known = site.Equipment.Select(equipment => equipment.Id).ToList();
            return Refused(
                "plan-equipment",
                $"请写本站点的设备：{site.Id} 没有“{named}”，有 {string.Join("、", known)}。",
                $"Write equipment of this site: {site.Id} has no \"{named}\" but {string.Join(", ", known)}.");
        }

        if (plan.Product is { } product && workplace.Directory.FindProduct(product) is null)
        {
            var known = workplace.Directory.Products.Select(one => one.Id).ToList();
            return Refused(
                "plan-product", $"请写产品编号：没有“{product}”，有 {string.Join("、", known)}。",
                $"Write the product's id: there is no \"{product}\" but {string.Join(", ", known)}.");
        }

        if (plan is { Product: { } its, Equipment: { } equipped } && site.FindEquipment(equipped) is { } standing && !Same(standing.Product, its))
        {
            return Refused(
                "plan-product", $"请核对产品：{standing.Id} 是 {standing.Product}，不是 {its}。", $"Check the product: {standing.Id} is {standing.Product}, not {its}.");
        }

        if (plan is { CurrentVersion: { } current, TargetVersion: { } target } && Same(current, target))
        {
            return Refused(
                "plan-version", $"请核对目标版本：{target} 就是现在的版本。", $"Check the target version: {target} is what runs now.");
        }

        if (plan.DurationMinutes is < 0 or > MostMinutes)
        {
            return Refused("plan-duration", $"请写时长：0 到 {MostMinutes} 分钟，回退时间算在内。", $"Write how long it takes: 0 to {MostMinutes} minutes, a rollback included.");
        }

        return plan is { From: { } from, To: { } to } && to <= from ? Refused("plan-window-order", "请改写窗口：结束要在开始之后。", "Write another window: its end must come after its start.")
            : plan.To <= now ? Refused("plan-window-past", "请改写窗口：它已经过去了。", "Write another window: this one has passed.")
            : null;
    }

    private static Refusal Refused(string code, string zh, string en) => new(code, new Text(zh, en));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
