using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>Finds the guards of a phase that are not met: each by the steps up to it, the watch after a cutover and, for 6.3-10, the service itself.</summary>
internal static class OpenGuards
{
    public static ImmutableArray<OpenGuard> Of(VisitSetting setting, Phase phase, ReadOnlySpan<ChecklistLine> lines)
    {
        if (phase.Guard.IsEmpty)
        {
            return [];
        }

        var open = ImmutableArray.CreateBuilder<OpenGuard>();
        foreach (var guard in phase.Guard)
        {
            if (Of(setting, guard, lines) is { } found)
            {
                open.Add(found);
            }
        }

        return open.DrainToImmutable();
    }

    private static OpenGuard? Of(VisitSetting setting, string provision, ReadOnlySpan<ChecklistLine> lines)
    {
        var carrying = Carrying(provision, lines);
        if (provision == "6.3-10" && setting.Visit.ServiceState != ServiceState.Normal)
        {
            return new OpenGuard(provision, carrying, new Text(
                "请先恢复业务：业务没恢复之前不能离开（6.3-10）。", "Restore the service first: nobody leaves before it runs (6.3-10)."));
        }

        ImmutableArray<ChecklistLine> open = [.. carrying.Where(line => line.IsOpen)];
        if (!open.IsEmpty)
        {
            return new OpenGuard(provision, open, new Text(
                $"请先完成：{string.Join("、", open.Select(line => $"{line.Number} {line.Step.Title.Zh}"))}（{provision}）。",
                $"First: {string.Join(", ", open.Select(line => $"{line.Number} {line.Step.Title.En}"))} ({provision})."));
        }

        return Watch.Owed(setting, provision) is { } watch ? new OpenGuard(provision, [], watch) : null;
    }

    private static ImmutableArray<ChecklistLine> Carrying(string provision, ReadOnlySpan<ChecklistLine> lines)
    {
        var carrying = ImmutableArray.CreateBuilder<ChecklistLine>();
        foreach (var line in lines)
        {
            if (line.Step.Provisions.Contains(provision))
            {
                carrying.Add(line);
            }
        }

        return carrying.DrainToImmutable();
    }
}
