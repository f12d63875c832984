using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>What differs between two plans, as lines for people: the name, what it was, what it is.</summary>
public static class PlanChanges
{
    private static readonly Text Nothing = new("无", "none");

    /// <summary>The differences, in the order in which a plan is told; empty for the same plan.</summary>
    /// <param name="before">The plan that was.</param>
    /// <param name="after">The plan that is.</param>
    /// <param name="clock">The site's clock.</param>
    /// <param name="now">Business time; dates of today are left out.</param>
    /// <param name="gate">What operations are called.</param>
    public static ImmutableArray<Text> Between(WorkPlan before, WorkPlan after, SiteClock clock, Instant now, GateRules gate) =>
    [
        .. Parts(before, clock, now, gate).Zip(Parts(after, clock, now, gate))
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new Text(
                $"{pair.First.Name.Zh}：{pair.First.Value.Zh} → {pair.Second.Value.Zh}", $"{pair.First.Name.En}: {pair.First.Value.En} → {pair.Second.Value.En}")),
    ];

    /// <summary>What a plan says, as lines for people.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="clock">The site's clock.</param>
    /// <param name="now">Business time; dates of today are left out.</param>
    /// <param name="gate">What operations are called.</param>
    public static ImmutableArray<Text> Of(WorkPlan plan, SiteClock clock, Instant now, GateRules gate) =>
    [
        .. Parts(plan, clock, now, gate).Zip(Parts(WorkPlan.Empty, clock, now, gate)).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new Text($"{pair.First.Name.Zh}：{pair.First.Value.Zh}", $"{pair.First.Name.En}: {pair.First.Value.En}")),
    ];

    /// <summary>True where something that was said before is said otherwise, so that a reason is owed.</summary>
    internal static bool Contradict(WorkPlan before, WorkPlan after) =>
        Said(before).Zip(Said(after)).Any(pair => pair.First is not null && !Equals(pair.First, pair.Second));

    private static IEnumerable<(Text Name, Text Value)> Parts(WorkPlan plan, SiteClock clock, Instant now, GateRules gate)
    {
        Text Moment(Instant? at) => at is { } moment ? Text.Same(clock.Say(moment, now)) : Nothing;
        Text Word(string? word) => word is null ? Nothing : Text.Same(word);
        Text YesNo(bool? said) => said switch { true => new("是", "yes"), false => new("否", "no"), _ => Nothing };
        yield return (new("操作", "operation"), Wire.Read<OperationKind>(plan.Operation ?? "") is { } kind ? gate.For(kind).Name : Word(plan.Operation));
        yield return (new("设备", "equipment"), Word(plan.Equipment));
        yield return (new("产品", "product"), Word(plan.Product));
        yield return (new("当前版本", "current version"), Word(plan.CurrentVersion));
        yield return (new("目标版本", "target version"), Word(plan.TargetVersion));
        yield return (new("异常版本发布编号", "exceptional release"), Word(plan.ExceptionalRelease));
        yield return (new("窗口开始", "window's start"), Moment(plan.From));
        yield return (new("窗口结束", "window's end"), Moment(plan.To));
        yield return (new("预计时长", "duration"), plan.DurationMinutes is { } minutes ? new($"{minutes} 分钟", $"{minutes} minutes") : Nothing);
        yield return (new("重大操作", "major"), YesNo(plan.Major));
        yield return (new("不算重大的理由", "why it is not major"), Word(plan.MinorReason));
        yield return (new("第三方设备", "third party's equipment"), YesNo(plan.ThirdParty));
        yield return (new("有把握", "sure of it"), YesNo(plan.EngineerIsSure));
        yield return (new("更换工具", "tool changed"), YesNo(plan.ToolChanged));
        yield return (new("动硬件", "hardware handled"), YesNo(plan.HandlesHardware));
        yield return (new("影响业务", "service affected"), YesNo(plan.AffectsService));
        yield return (new("不影响业务的理由", "why service is not affected"), Word(plan.AffectsReason));
        yield return (new("为恢复业务", "restores service"), YesNo(plan.RestoresService));
        yield return (new("在网运行", "live"), YesNo(plan.Live));
        yield return (new("预期告警", "alarms to expect"), Word(plan.AlarmsToExpect));
    }

    private static IEnumerable<object?> Said(WorkPlan plan) =>
    [
        plan.Operation, plan.Equipment, plan.Product, plan.CurrentVersion, plan.TargetVersion, plan.ExceptionalRelease, plan.From, plan.To,
        plan.DurationMinutes, plan.Major, plan.EngineerIsSure, plan.AffectsService, plan.Live,
    ];
}
