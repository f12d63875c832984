using System.Collections.Immutable;
using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>Reads steps, written out or taken from the shared file with a few words changed.</summary>
/// <param name="standard">What steps may name.</param>
/// <param name="gate">What they may name of the gate.</param>
/// <param name="service">
/// The service type whose provisions they may carry; null in the shared file, which serves all. A step that gives evidence may carry others: the gate
/// asks the same of every service.
/// </param>
internal sealed class StepReader(CodeOfConduct standard, GateNames gate, string? service)
{
    /// <summary>Reads a step that is written out.</summary>
    public Step Read(MapReader map)
    {
        var id = Names.Own(map);
        var gives = Gives(map);
        var provisions = Names.Provisions(map, "provisions", standard, gives is null ? service : null, required: true);
        var step = new Step(
            id,
            provisions,
            map.Bilingual("title"),
            map.Bilingual("ask"),
            map.Choice("who", ProcedureWords.Owners, Owner.Engineer),
            map.Choice("evidence", ProcedureWords.Evidences, Evidence.Word),
            gives,
            Fields(map),
            Names.Conditions(map),
            Names.Form(map, standard, provisions),
            map.Has("marks") ? map.Choice("marks", ProcedureWords.Marks) : null,
            map.Flag("may_skip"),
            map.Flag("may_be_no"),
            map.Flag("as_needed"));
        map.Done();
        CheckFields(map, step);
        return step;
    }

    /// <summary>Takes a shared step: <c>- arrive</c>, or <c>- {use: arrive, provisions: ["5.1-2"]}</c>.</summary>
    public Step? Take(FaultList faults, YamlNode node, SharedParts shared)
    {
        if (node is YamlScalar word)
        {
            var plain = Find(faults, word.Line, word.Value, shared);
            foreach (var provision in plain is { Gives: null } ? plain.Provisions.Select(standard.Find).OfType<Provision>() : [])
            {
                Names.CheckBinds(faults, word.Line, provision, service);
            }

            return plain;
        }

        var map = new MapReader(faults, node, "a shared step");
        var taken = Find(faults, map.LineOf("use"), map.Text("use"), shared);
        var provisions = map.Has("provisions") || taken is null
            ? Names.Provisions(map, "provisions", standard, taken?.Gives is null ? service : null)
            : taken.Provisions;
        var changed = taken is null ? null : taken with
        {
            Provisions = provisions,
            When = map.Has("when") ? Names.Conditions(map) : taken.When,
            Form = map.Has("form") ? Names.Form(map, standard, provisions) : taken.Form,
            Who = map.Choice("who", ProcedureWords.Owners, taken.Who),
            MaySkip = map.Flag("may_skip", taken.MaySkip),
        };
        if (changed is not null)
        {
            map.Done();
        }

        return changed;
    }

    private static Step? Find(FaultList faults, int line, string id, SharedParts shared)
    {
        if (shared.Steps.TryGetValue(id, out var step))
        {
            return step;
        }

        if (id.Length > 0)
        {
            faults.Add(line, $"'{id}' is no step of the shared file; {Suggestion.For(id, shared.Steps.Keys)}");
        }

        return null;
    }

    private string? Gives(MapReader map)
    {
        var key = map.OptionalText("gives");
        var known = GateEvidence.Keys.Concat(gate.ProvisionEvidence).ToList();
        if (key is not null && !known.Contains(key))
        {
            map.Fault("gives", $"'{key}' is no evidence that a step can give the gate; {Suggestion.For(key, known)}");
        }

        return key;
    }

    private static void CheckFields(MapReader map, Step step)
    {
        if (step.Marks == Mark.Appointment && step.FindField("at") is not { Kind: FieldKind.Time, Ahead: true, Required: true })
        {
            map.Fault("marks", "a step that marks the appointment asks for its time; write {id: at, kind: time, required: true, ahead: true, label: …} among its fields.");
        }

        if (step.Evidence != Evidence.Word && !step.Fields.Any(field => field.Kind == FieldKind.Name))
        {
            map.Fault("evidence", $"{ProcedureWords.Evidences[step.Evidence]} asks for somebody's name; write {{id: by, kind: name, label: …}} among the fields, or evidence: word.");
        }

        foreach (var (field, kind) in step.Gives is { } key ? GateEvidence.FieldsOf(key) : [])
        {
            if (step.FindField(field)?.Kind != kind)
            {
                map.Fault("gives", $"a step that gives '{step.Gives}' asks for the field '{field}'; write {{id: {field}, kind: {ProcedureWords.FieldKinds[kind]}, label: …}}.");
            }
        }
    }

    private static ImmutableArray<StepField> Fields(MapReader step)
    {
        var fields = ImmutableArray.CreateBuilder<StepField>();
        foreach (var map in step.Maps("fields", "a field"))
        {
            var field = new StepField(
                Names.Own(map),
                map.Choice("kind", ProcedureWords.FieldKinds),
                map.Bilingual("label"),
                map.Flag("required"),
                [.. map.Maps("options", "an option").Select(Option)],
                map.Flag("ahead"));
            map.Done();
            if (fields.Any(other => other.Id == field.Id))
            {
                map.Fault("id", $"the field '{field.Id}' stands twice in a step; give this one another id.");
            }

            if (field.Kind == FieldKind.Choice ? field.Options.Length < 2 : !field.Options.IsEmpty)
            {
                map.Fault("options", "a choice has at least two options and no other kind has any; write options: [{id: …, label: {zh: …, en: …}}, …] under a choice only.");
            }

            if (field is { Ahead: true, Kind: not FieldKind.Time })
            {
                map.Fault("ahead", "only a time may lie ahead; write kind: time, or leave 'ahead' out.");
            }

            fields.Add(field);
        }

        return fields.ToImmutable();
    }

    private static FieldOption Option(MapReader map)
    {
        var option = new FieldOption(Names.Own(map), map.Bilingual("label"), map.Choice("means", ProcedureWords.Meanings, OptionMeaning.Done));
        map.Done();
        return option;
    }
}
