using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteBot.Reading;

namespace SiteBot.Procedures;

/// <summary>What procedures may name of the gate: its operations, and the provisions that it checks by themselves. The gate reads its file for its own use.</summary>
public sealed class GateNames
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> provisions;

    private GateNames(IEnumerable<string> operations, IEnumerable<string> evidence, FrozenDictionary<string, ImmutableArray<string>> provisions)
    {
        Operations = [.. operations];
        ProvisionEvidence = [.. evidence];
        this.provisions = provisions;
    }

    /// <summary>The operations' ids.</summary>
    public ImmutableArray<string> Operations { get; }

    /// <summary>Ids of provisions that are checks by themselves (<c>start_works</c>, <c>leave_site</c>), and so evidence that steps can give.</summary>
    public ImmutableArray<string> ProvisionEvidence { get; }

    /// <summary>Ids of the provisions that an operation's checks rest on; empty for an unknown operation.</summary>
    public ImmutableArray<string> ProvisionsOf(string operation) => provisions.GetValueOrDefault(operation, []);

    /// <summary>Reads the names from the gate's file.</summary>
    /// <exception cref="FaultyFileException">It is no YAML, or has no operations.</exception>
    public static GateNames Read(SourceFile gate)
    {
        var faults = new FaultList(gate.Name);
        var root = new MapReader(faults, YamlFile.Parse(gate.Name, gate.Text), "the gate");
        var checks = root.Entries("checks").ToDictionary(
            entry => entry.Key, entry => new MapReader(faults, entry.Value, entry.Key).OptionalText("provision"), StringComparer.Ordinal);
        var operations = root.Entries("operations").ToDictionary(
            entry => entry.Key,
            entry => new MapReader(faults, entry.Value, entry.Key).Words("checks").Select(word => word.Value).ToImmutableArray(),
            StringComparer.Ordinal);
        if (operations.Count == 0)
        {
            faults.Add(root.Line, "the gate has no operations; write them under 'operations:'.");
        }

        faults.ThrowIfAny();
        return new GateNames(
            operations.Keys,
            operations.Values.SelectMany(list => list).Where(check => !checks.ContainsKey(check)).Distinct(),
            operations.ToFrozenDictionary(
                pair => pair.Key,
                pair => pair.Value.Select(check => checks.TryGetValue(check, out var provision) ? provision : check).OfType<string>().Distinct().ToImmutableArray(),
                StringComparer.Ordinal));
    }
}
