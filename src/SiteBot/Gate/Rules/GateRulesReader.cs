using SiteBot.Gate.Checks;
using SiteBot.Reading;

namespace SiteBot.Gate;

/// <summary>Reads <c>dialogs/gate.yaml</c> and gathers every fault before it refuses.</summary>
internal sealed class GateRulesReader
{
    private static readonly WordList<OperationKind> Kinds = Wire.Words<OperationKind>();
    private static readonly WordList<FixedBy> Clearers = Wire.Words<FixedBy>();
    private static readonly WordList<bool> Policies = new(("local", true));

    private readonly FaultList faults;
    private readonly SourceFile file;
    private readonly Dictionary<string, CheckRule> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckRule> provisions = AllChecks.Provisions.ToDictionary(
        p => p.Id,
        p => new CheckRule(p, p.Id, FixedBy.Engineer, never: false, p.Wanted.En, isProvision: true),
        StringComparer.Ordinal);

    private GateRulesReader(SourceFile file) => (this.file, faults) = (file, new FaultList(file.Name));

    public static GateRules Read(SourceFile file) => new GateRulesReader(file).Read();

    private GateRules Read()
    {
        var root = new MapReader(faults, YamlFile.Parse(file.Name, file.Text), "the gate");
        foreach (var entry in root.Entries("checks"))
        {
            ReadCheck(entry);
        }

        foreach (var check in AllChecks.Named.Where(c => !named.ContainsKey(c.Id)))
        {
            root.Fault("checks", $"the check '{check.Id}' is not described; write {check.Id}: {{provision: …, fixed_by: …, means: …}}.");
        }

        var operations = new Dictionary<OperationKind, OperationRule>();
        foreach (var entry in root.Entries("operations"))
        {
            if (Kinds.TryRead(entry.Key, out var kind))
            {
                operations[kind] = ReadOperation(kind, entry);
            }
            else
            {
                faults.Add(entry.Line, $"'{entry.Key}' is no operation that the gate knows; {Suggestion.For(entry.Key, Kinds.Words)}");
            }
        }

        foreach (var kind in Enum.GetValues<OperationKind>().Where(k => !operations.ContainsKey(k)))
        {
            root.Fault("operations", $"the operation '{kind.Name()}' is not described; write {kind.Name()}: {{zh: …, en: …, checks: […]}}.");
        }

        ReadRemarks(root);
        faults.ThrowIfAny();
        return new GateRules([.. named.Values, .. provisions.Values], operations, file);
    }

    // What the exceptions say is done by the checks themselves; here it is for those who read the file.
    private static void ReadRemarks(MapReader root)
    {
        foreach (var exception in root.Maps("exceptions", "an exception"))
        {
            exception.Text("when");
            exception.Text("then");
            exception.OptionalText("also");
            exception.Done();
        }

        root.OptionalText("scope_of_consent");
        root.Done();
    }

    private void ReadCheck(YamlEntry entry)
    {
        if (AllChecks.Named.FirstOrDefault(c => c.Id == entry.Key) is not { } check)
        {
            faults.Add(entry.Line, $"'{entry.Key}' is no check that the gate knows; {Suggestion.For(entry.Key, AllChecks.Named.Select(c => c.Id))}");
            return;
        }

        var map = new MapReader(faults, entry.Value, $"the check '{entry.Key}'");
        var provision = map.OptionalText("provision");
        var isPolicy = map.Has("policy") && map.Choice("policy", Policies);
        if ((provision is null) != isPolicy)
        {
            faults.Add(entry.Line, $"'{entry.Key}' rests on a provision or on a local policy; write exactly one of the two.");
        }

        named[entry.Key] = new CheckRule(check, provision, map.Choice("fixed_by", Clearers), map.Flag("never"), map.Text("means"), isProvision: false);
        map.Done();
    }

    private OperationRule ReadOperation(OperationKind kind, YamlEntry entry)
    {
        var map = new MapReader(faults, entry.Value, $"the operation '{entry.Key}'");
        var name = new Text(map.Text("zh"), map.Text("en"));
        var checks = new List<CheckRule>();
        foreach (var word in map.Words("checks"))
        {
            if (named.TryGetValue(word.Value, out var check) || provisions.TryGetValue(word.Value, out check))
            {
                checks.Add(check);
            }
            else
            {
                faults.Add(word.Line, $"'{word.Value}' of '{entry.Key}' is no check described above and no provision that the gate knows; {Suggestion.For(word.Value, named.Keys)}");
            }
        }

        if (checks.Count == 0)
        {
            faults.Add(entry.Line, $"'{entry.Key}' must pass at least one check; write checks: [ … ].");
        }

        map.Done();
        return new OperationRule(kind, name, checks);
    }
}
