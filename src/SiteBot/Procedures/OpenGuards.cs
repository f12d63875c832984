using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Visits;

namespace SiteBot.Procedures;

/// <summary>Finds the guards of a phase that are not met: each by the steps up to it, the watch after a cutover and, for 6.3-10, the service itself.</summary>
internal static class OpenGuards
{
    public static ImmutableArray<OpenGuard> Of(VisitSetting setting, Phase phase, ImmutableArray<ChecklistLine> lines) =>
        [.. phase.Guard.Select(guard => Of(setting, guard, lines)).OfType<OpenGuard>()];

    private static OpenGuard? Of(VisitSetting setting, string provision, ImmutableArray<ChecklistLine> lines)
    {
        if (provision == "6.3-10" && setting.Visit.ServiceState != ServiceState.Normal)
        {
            return new OpenGuard(provision, [.. Carrying(provision, lines)], new Text(
                "请先恢复业务：业务没恢复之前不能离开（6.3-10）。", "Restore the service first: nobody leaves before it runs (6.3-10)."));
        }

        var open = Carrying(provision, lines).Where(line => line.IsOpen).ToImmutableArray();
        if (!open.IsEmpty)
        {
            return new OpenGuard(provision, open, new Text(
                $"请先完成：{string.Join("、", open.Select(line => $"{line.Number} {line.Step.Title.Zh}"))}（{provision}）。",
                $"First: {string.Join(", ", open.Select(line => $"{line.Number} {line.Step.Title.En}"))} ({provision})."));
        }

        return Watch.Owed(setting, provision) is { } watch ? new OpenGuard(provision, [], watch) : null;
    }

    private static IEnumerable<ChecklistLine> Carrying(string provision, ImmutableArray<ChecklistLine> lines) =>
        lines.Where(line => line.Step.Provisions.Contains(provision));
}
