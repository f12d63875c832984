using System.Collections.Immutable;
using System.Globalization;
using SiteBot.Approvals;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Visits;
using SiteBot.Windows;
using Field = SiteBot.Teams.Intents.VisitDraft.Field;

namespace SiteBot.Teams.Intents;

/// <summary>Puts a visit on record from the fields of a form or of messages, and asks its consents at once, so that they are answered by day.</summary>
internal static class VisitBeginning
{
    /// <summary>Begins the visit; what is missing or wrong is said.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="fields">What was told, by <see cref="Field"/>.</param>
    /// <param name="unique">What makes the visit's id unique; the same for a form that is sent twice.</param>
    public static void Begin(Turn turn, IReadOnlyDictionary<string, string> fields, string unique)
    {
        if (turn.Mine.FirstOrDefault(mine => mine.Id.EndsWith(unique, StringComparison.Ordinal)) is { } begun)
        {
            turn.FocusOn(begun);
            turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, begun, turn.Now, turn.Language));
            return;
        }

        var site = turn.Workplace.Directory.FindSite(fields.GetValueOrDefault(Field.Site) ?? "");
        var (from, to) = site is null ? default : SiteMoment.Window(site.Zone, fields.GetValueOrDefault(Field.Date), fields.GetValueOrDefault(Field.From), fields.GetValueOrDefault(Field.To));
        var request = new VisitRequest(
            fields.GetValueOrDefault(Field.Service) ?? "",
            fields.GetValueOrDefault(Field.Site) ?? "",
            new WorkPlan
            {
                Equipment = fields.GetValueOrDefault(Field.Equipment),
                CurrentVersion = fields.GetValueOrDefault(Field.Current),
                TargetVersion = fields.GetValueOrDefault(Field.Target),
                From = from,
                To = to,
                DurationMinutes = int.TryParse(fields.GetValueOrDefault(Field.Minutes), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            },
            PrivateText.Of(fields.GetValueOrDefault(Field.Contact)),
            PrivateText.Of(fields.GetValueOrDefault(Field.Phone)));
        var decided = StartVisit.Decide(request, turn.Visits, turn.Workplace, turn.Now, turn.Person.Id);
        if (decided.Refusal is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        var day = new SiteClock(site!.Zone, from ?? turn.Now).DateOf(from ?? turn.Now);
        var visit = VisitFold.Begin(VisitIds.New(site.Id, day, turn.Visits.Select(known => known.Id), unique));
        turn.Tell(visit, decided);
        turn.Talk = turn.Talk with { Draft = null };
        var started = turn.Visit(visit.Id)!;
        turn.FocusOn(started);
        turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, started, turn.Now, turn.Language));
        ConsentsSaid.Ask(turn, started, quietly: true);
        turn.WantsNext = true;
    }

    /// <summary>What is known of a draft and what it still lacks, as plain text.</summary>
    public static string Progress(Turn turn, ImmutableSortedDictionary<string, string> fields)
    {
        var texts = turn.Workplace.Texts;
        var known = string.Join(turn.Language == Language.Zh ? "、" : ", ", fields.Select(pair => $"{texts.Get("draft." + pair.Key, turn.Language)} {Shown(turn, pair.Key, pair.Value)}"));
        var lacks = Asked(turn, fields).Where(field => !fields.ContainsKey(field)).Select(field => texts.Get("draft." + field, turn.Language)).ToList();
        return lacks.Count == 0
            ? texts.Get("draft.complete", turn.Language, ("known", known))
            : texts.Get("draft.lacks", turn.Language, ("known", known), ("lacks", string.Join(turn.Language == Language.Zh ? "、" : ", ", lacks)));
    }

    private static IEnumerable<string> Asked(Turn turn, ImmutableSortedDictionary<string, string> fields)
    {
        yield return Field.Service;
        yield return Field.Site;
        var plan = fields.TryGetValue(Field.Service, out var service) ? turn.Workplace.Procedures.InForce(service)?.Plan ?? [] : [];
        foreach (var item in plan)
        {
            var needed = item switch
            {
                Procedures.PlanItem.Equipment => [Field.Equipment],
                Procedures.PlanItem.TargetVersion => [Field.Target],
                Procedures.PlanItem.Window => [Field.Date, Field.From, Field.To],
                Procedures.PlanItem.Duration => [Field.Minutes],
                _ => Array.Empty<string>(),
            };
            foreach (var field in needed)
            {
                yield return field;
            }
        }
    }

    private static string Shown(Turn turn, string field, string value) =>
        field == Field.Service && turn.Workplace.Procedures.InForce(value) is { } procedure ? procedure.Name.In(turn.Language) : value;
}
