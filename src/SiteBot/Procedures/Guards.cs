using System.Collections.Immutable;
using SiteBot.Reading;

namespace SiteBot.Procedures;

/// <summary>A guard that nothing carries would hold a visit for ever: each must be met by a step up to its phase, by a duty, or by the phase's gate.</summary>
internal static class Guards
{
    public static void Check(FaultList faults, IEnumerable<(MapReader Map, Phase Phase)> phases, ImmutableArray<Duty> duties, GateNames gate)
    {
        var carried = duties.SelectMany(duty => duty.Provisions).ToHashSet(StringComparer.Ordinal);
        foreach (var (map, phase) in phases)
        {
            carried.UnionWith(phase.Steps.SelectMany(step => step.Provisions));
            var checks = phase.Gate?.Operation is { } operation ? gate.ProvisionsOf(operation) : [];
            foreach (var guard in phase.Guard.Where(guard => !carried.Contains(guard) && !checks.Contains(guard)))
            {
                map.Fault("guard", $"nothing carries the guard {guard}; write a step of this phase or a duty with \"{guard}\" in its 'provisions'.");
            }

            foreach (var guard in phase.Guard.Where(guard => !phase.Provisions.Contains(guard)))
            {
                map.Fault("guard", $"the guard {guard} does not stand among the provisions of its phase; write \"{guard}\" there.");
            }
        }
    }
}
