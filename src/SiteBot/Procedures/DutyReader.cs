using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>Reads duties, written out or taken from the shared file with a few words changed.</summary>
/// <param name="standard">What duties may name.</param>
/// <param name="service">The service type whose provisions they may carry; null in the shared file, which serves all.</param>
internal sealed class DutyReader(CodeOfConduct standard, string? service)
{
    private const int MostDays = 30;
    private const int MostHours = 72;

    /// <summary>Reads a duty that is written out.</summary>
    public Duty Read(MapReader map)
    {
        var id = Names.Own(map);
        var provisions = Names.Provisions(map, "provisions", standard, service, required: true);
        var duty = new Duty(
            id,
            provisions,
            map.Bilingual("title"),
            map.Bilingual("ask"),
            map.Choice("who", ProcedureWords.Owners, Owner.Engineer),
            map.Choice("every", ProcedureWords.Rhythms),
            map.Choice("from", ProcedureWords.Anchors),
            map.Choice("until", ProcedureWords.Anchors, Anchor.Closed),
            map.Number("within_days", 1, MostDays),
            map.Number("hours_ahead", 1, MostHours),
            map.OptionalText("step"),
            Names.Form(map, standard, provisions),
            Names.Conditions(map));
        map.Done();
        CheckTime(map, duty);
        return duty;
    }

    /// <summary>Takes a shared duty: <c>- archiving</c>, or <c>- {use: be_on_time, provisions: ["5.1-2"]}</c>.</summary>
    public Duty? Take(FaultList faults, YamlNode node, SharedParts shared)
    {
        if (node is YamlScalar word)
        {
            var plain = Find(faults, word.Line, word.Value, shared);
            foreach (var provision in plain?.Provisions.Select(standard.Find).OfType<Provision>() ?? [])
            {
                Names.CheckBinds(faults, word.Line, provision, service);
            }

            return plain;
        }

        var map = new MapReader(faults, node, "a shared duty");
        if (Find(faults, map.LineOf("use"), map.Text("use"), shared) is not { } taken)
        {
            return null;
        }

        var provisions = map.Has("provisions") ? Names.Provisions(map, "provisions", standard, service) : taken.Provisions;
        var changed = taken with
        {
            Provisions = provisions,
            When = map.Has("when") ? Names.Conditions(map) : taken.When,
            Form = map.Has("form") ? Names.Form(map, standard, provisions) : taken.Form,
            Who = map.Choice("who", ProcedureWords.Owners, taken.Who),
            From = map.Choice("from", ProcedureWords.Anchors, taken.From),
            Until = map.Choice("until", ProcedureWords.Anchors, taken.Until),
        };
        map.Done();
        return changed;
    }

    private static void CheckTime(MapReader map, Duty duty)
    {
        if (duty.Every == Rhythm.Ahead != duty.HoursAhead is not null)
        {
            map.Fault("hours_ahead", "a duty 'ahead', and no other, says how long before the appointment; write hours_ahead: 24 with every: ahead.");
        }

        if (duty.WithinDays is not null && duty.Every != Rhythm.Once)
        {
            map.Fault("within_days", "only a duty that is owed once lapses after days; write every: once, or leave within_days out.");
        }

        if (duty.From >= duty.Until)
        {
            map.Fault("until", $"'{ProcedureWords.Anchors[duty.Until]}' does not come after '{ProcedureWords.Anchors[duty.From]}'; write a later moment, such as closed.");
        }
    }

    private static Duty? Find(FaultList faults, int line, string id, SharedParts shared)
    {
        if (shared.Duties.TryGetValue(id, out var duty))
        {
            return duty;
        }

        if (id.Length > 0)
        {
            faults.Add(line, $"'{id}' is no duty of the shared file; {Suggestion.For(id, shared.Duties.Keys)}");
        }

        return null;
    }
}
