using System.Collections.Immutable;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>A part of what a consent is given for.</summary>
public enum ScopePart
{
    /// <summary>Which operation.</summary>
    Operation,

    /// <summary>On which equipment.</summary>
    Equipment,

    /// <summary>For an upgrade: to which version.</summary>
    TargetVersion,

    /// <summary>When.</summary>
    Window,
}

/// <summary>What a plan asks consents for. A change of any part voids those given before.</summary>
public static class PlannedScope
{
    private const string Upgrade = "upgrade";

    /// <summary>The scope of a plan; null until the operation, the equipment, the window and for an upgrade the version are set.</summary>
    public static WorkScope? Of(WorkPlan plan) =>
        Lacks(plan).IsEmpty ? new WorkScope(plan.Operation!, plan.Equipment, VersionOf(plan), plan.From!.Value, plan.To!.Value) : null;

    /// <summary>What of a scope a plan does not say yet.</summary>
    public static ImmutableArray<ScopePart> Lacks(WorkPlan plan)
    {
        var lacks = ImmutableArray.CreateBuilder<ScopePart>();
        if (string.IsNullOrWhiteSpace(plan.Operation))
        {
            lacks.Add(ScopePart.Operation);
        }

        if (string.IsNullOrWhiteSpace(plan.Equipment))
        {
            lacks.Add(ScopePart.Equipment);
        }

        if (plan.Operation == Upgrade && string.IsNullOrWhiteSpace(plan.TargetVersion))
        {
            lacks.Add(ScopePart.TargetVersion);
        }

        if (plan.From is not { } from || plan.To is not { } to || from >= to)
        {
            lacks.Add(ScopePart.Window);
        }

        return lacks.ToImmutable();
    }

    /// <summary>A short name of what a plan says of its scope so far, complete or not; that of <see cref="WorkScope.Hash"/> where it is complete.</summary>
    public static string HashOf(WorkPlan plan) => WorkScope.HashOf(plan.Operation, plan.Equipment, VersionOf(plan), plan.From, plan.To);

    /// <summary>The parts in which a plan differs from what a consent was asked for.</summary>
    public static ImmutableArray<ScopePart> Differences(WorkScope asked, WorkPlan plan)
    {
        var parts = ImmutableArray.CreateBuilder<ScopePart>();
        if (asked.Operation != plan.Operation)
        {
            parts.Add(ScopePart.Operation);
        }

        if (asked.Equipment != plan.Equipment)
        {
            parts.Add(ScopePart.Equipment);
        }

        if (asked.Operation == Upgrade && plan.Operation == Upgrade && asked.TargetVersion != plan.TargetVersion)
        {
            parts.Add(ScopePart.TargetVersion);
        }

        if (asked.From != plan.From || asked.To != plan.To)
        {
            parts.Add(ScopePart.Window);
        }

        return parts.ToImmutable();
    }

    private static string? VersionOf(WorkPlan plan) => plan.Operation == Upgrade ? plan.TargetVersion : null;
}

/// <summary>How the parts of a scope are called.</summary>
public static class ScopePartText
{
    private static readonly Text Operation = new("操作", "the operation");
    private static readonly Text Equipment = new("设备", "the equipment");
    private static readonly Text Version = new("目标版本", "the target version");
    private static readonly Text Window = new("时间窗口", "the window");

    /// <summary>The words for a part, lower case in English.</summary>
    public static Text Title(this ScopePart part) => part switch
    {
        ScopePart.Operation => Operation,
        ScopePart.Equipment => Equipment,
        ScopePart.TargetVersion => Version,
        _ => Window,
    };

    /// <summary>Several parts as a sentence names them.</summary>
    public static Text Titles(this ImmutableArray<ScopePart> parts) => new(
        string.Join("、", parts.Select(part => part.Title().Zh)),
        string.Join(" and ", parts.Select(part => part.Title().En)));
}
