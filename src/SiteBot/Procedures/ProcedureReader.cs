using System.Collections.Immutable;
using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>Reads a service type's procedure, or refuses it with every fault.</summary>
public sealed class ProcedureReader
{
    private readonly ServiceType service;
    private readonly SourceFile source;
    private readonly SharedParts shared;
    private readonly CodeOfConduct standard;
    private readonly GateNames gate;
    private readonly FaultList faults;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    private ProcedureReader(ServiceType service, SourceFile source, SharedParts shared, CodeOfConduct standard, GateNames gate)
    {
        (this.service, this.source, this.shared, this.standard, this.gate) = (service, source, shared, standard, gate);
        faults = new FaultList(source.Name);
    }

    /// <summary>Reads a procedure.</summary>
    /// <exception cref="FaultyFileException">With every fault: unknown keys and words, double ids, ids that name nothing, a guard that nothing carries.</exception>
    public static Procedure Read(ServiceType service, SourceFile source, SharedParts shared, CodeOfConduct standard, GateNames gate) =>
        new ProcedureReader(service, source, shared, standard, gate).ReadAll();

    /// <summary>Reads a procedure that a visit kept, against today's standard.</summary>
    /// <exception cref="FaultyFileException">It does not fit today's standard any more.</exception>
    public static Procedure ReadKept(ServiceType service, KeptText kept, CodeOfConduct standard, GateNames gate)
    {
        var (procedure, shared) = kept.Apart(service.Id);
        return Read(service, procedure, SharedParts.Read(shared, standard, gate), standard, gate);
    }

    private Procedure ReadAll()
    {
        var root = new MapReader(faults, YamlFile.Parse(source.Name, source.Text), "the procedure");
        if (root.Text("service") is { Length: > 0 } named && named != service.Id)
        {
            root.Fault("service", $"this is the procedure of '{service.Id}' by its file's name; write service: {service.Id}.");
        }

        var operation = Operation(root, "operation");
        var plan = root.Choices("plan", ProcedureWords.PlanItems).ToImmutableArray();
        var always = Names.Provisions(root, "always", standard, service.Id);
        var maps = root.Maps("phases", "a phase").ToList();
        var phases = maps.Select(ReadPhase).ToImmutableArray();
        var duties = root.Items("duties").Select(ReadDuty).OfType<Duty>().ToImmutableArray();
        root.Done();
        if (phases.IsEmpty)
        {
            faults.Add(root.LineOf("phases"), "the procedure has no phases; write them under 'phases:'.");
        }

        Guards.Check(faults, maps.Zip(phases), duties, gate);
        faults.ThrowIfAny();
        return new Procedure(service.Id, service.Name, operation, plan, always, phases, duties, KeptText.Of(source, shared.Source));
    }

    private Phase ReadPhase(MapReader map)
    {
        var id = Names.Own(map);
        Take(id, map.LineOf("id"), "phase");
        var phase = new Phase(
            id,
            map.Bilingual("name"),
            Names.Provisions(map, "provisions", standard, service.Id, required: true),
            Names.Provisions(map, "rules", standard, service.Id),
            Names.Provisions(map, "guard", standard, service.Id),
            Gate(map),
            [.. map.Choices("consents", ProcedureWords.Consents)],
            [.. map.Items("steps").Select(ReadStep).OfType<Step>()]);
        map.Done();
        return phase;
    }

    private Step? ReadStep(YamlNode node)
    {
        var reader = new StepReader(standard, gate, service.Id);
        var step = IsShared(node) ? reader.Take(faults, node, shared) : reader.Read(new MapReader(faults, node, "a step"));
        Take(step?.Id, node.Line, "step");
        return step;
    }

    private Duty? ReadDuty(YamlNode node)
    {
        var reader = new DutyReader(standard, service.Id);
        var duty = IsShared(node) ? reader.Take(faults, node, shared) : reader.Read(new MapReader(faults, node, "a duty"));
        Take(duty?.Id, node.Line, "duty");
        if (duty?.Step is { } step && !ids.ContainsKey($"step {step}"))
        {
            var steps = ids.Keys.Where(key => key.StartsWith("step ", StringComparison.Ordinal)).Select(key => key[5..]);
            faults.Add(node.Line, $"the duty '{duty.Id}' is met by the step '{step}', which this procedure does not have; {Suggestion.For(step, steps)}");
        }

        return duty;
    }

    private PhaseGate? Gate(MapReader map) =>
        map.OptionalText("gate") switch { null => null, "any" => new PhaseGate(null), _ => new PhaseGate(Operation(map, "gate", "any")) };

    private string? Operation(MapReader map, string key, params IEnumerable<string> besides)
    {
        var operation = map.OptionalText(key);
        if (operation is not null && !gate.Operations.Contains(operation))
        {
            map.Fault(key, $"'{operation}' is no operation of the gate; {Suggestion.For(operation, gate.Operations.Concat(besides))}");
        }

        return operation;
    }

    private void Take(string? id, int line, string kind)
    {
        if (!string.IsNullOrEmpty(id) && !ids.TryAdd($"{kind} {id}", line))
        {
            faults.Add(line, $"the {kind} '{id}' stands on line {ids[$"{kind} {id}"]} already; give this one another id.");
        }
    }

    private static bool IsShared(YamlNode node) => node is YamlScalar || (node is YamlMap map && map["use"] is not null);
}
