using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Intents;

/// <summary>Names that somebody typed into a card where a menu would be too long: they become ids before the verb sees them; where several fit it is asked back, and the press goes on then.</summary>
internal sealed class TypedNames(NamesToday names)
{
    private static readonly FrozenDictionary<string, (string Input, NamedKind Kind)[]> Inputs = new Dictionary<string, (string, NamedKind)[]>
    {
        [CardVerbs.VisitStart] = [("f_site", NamedKind.Site), ("f_equipment", NamedKind.Equipment)],
        [CardVerbs.PlanChange] = [("f_equipment", NamedKind.Equipment)],
        [CardVerbs.VisitHandOver] = [("f_to", NamedKind.Person)],
        [CardVerbs.Leave] = [("f_to", NamedKind.Person)],
        [CardVerbs.DutyHandOn] = [("f_to", NamedKind.Person)],
        [CardVerbs.AlarmHandOn] = [("f_to", NamedKind.Person)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The press with ids for the names in it; a name that nothing fits stays, and the verb says so.</summary>
    /// <returns>Null where it was asked back.</returns>
    public CardInput? Settle(Turn turn, CardInput card)
    {
        foreach (var (input, kind) in Inputs.GetValueOrDefault(card.Verb, []))
        {
            if (card[input] is not { } typed || IsId(turn, card, kind, typed))
            {
                continue;
            }

            var things = Fitting(turn, card, kind, typed);
            if (things.Length > 1)
            {
                WhichName.AskFor(turn, things, typed, card, input);
                return null;
            }

            card = things is [var only] ? card with { Values = card.Values.SetItem(input, ValueOf(only)) } : card;
        }

        return card;
    }

    /// <summary>What an input holds for a thing.</summary>
    public static string ValueOf(NamedThing thing) => thing.Kind == NamedKind.Equipment ? thing.Key[(thing.Key.IndexOf('/', StringComparison.Ordinal) + 1)..] : thing.Key;

    private static bool IsId(Turn turn, CardInput card, NamedKind kind, string typed) => kind switch
    {
        NamedKind.Site => turn.Workplace.Directory.FindSite(typed) is not null,
        NamedKind.Person => turn.Workplace.Directory.FindPerson(typed) is not null,
        _ => SiteOf(turn, card)?.FindEquipment(typed) is not null,
    };

    private ImmutableArray<NamedThing> Fitting(Turn turn, CardInput card, NamedKind kind, string typed)
    {
        var read = names.Read(turn, typed);
        return kind switch
        {
            NamedKind.Site => [.. read.Site.Candidates.Select(NamedThing.Of)],
            NamedKind.Person => [.. read.Person.Candidates.Select(NamedThing.Of)],
            _ => SiteOf(turn, card) is { } site
                ? [.. read.Equipment.Candidates.Where(placed => Turn.Same(placed.Site.Id, site.Id)).Select(NamedThing.Of)]
                : [.. read.Equipment.Candidates.Select(NamedThing.Of)],
        };
    }

    private static Directory.Site? SiteOf(Turn turn, CardInput card) =>
        turn.Workplace.Directory.FindSite(card["f_site"] ?? (card["visit"] is { } id ? turn.Visit(id)?.Site : null) ?? "");
}
