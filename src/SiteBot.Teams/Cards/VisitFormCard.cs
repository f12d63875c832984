using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Teams.Actions;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>Begins a visit: which service, then where, on what, when and with whom.</summary>
internal static class VisitFormCard
{
    private const int MostSitesInAMenu = 30;

    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Asks which service.</summary>
    public static Card DrawChoice(CardDeck deck, Workplace workplace, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("visit_form.which");
        return pen.Draw("choice", title, data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [pen.Word("visit_form.which.hint")])
            .Facts()
            .Choices(workplace.Standard.Services.Select(service => new CardButton(pen.Say(service.Name), CardVerbs.VisitForm, ("service", service.Id)))));
    }

    /// <summary>Asks for the plan of a visit; where the service is not told yet, for that.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Sites and words.</param>
    /// <param name="person">Who begins it: sites of the own regional office are offered.</param>
    /// <param name="told">What was told already, <c>service</c> too, by the names of <see cref="CardVerbs.VisitStart"/> without <c>f_</c>.</param>
    /// <param name="form">The id of this form: a double click begins one visit.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(
        CardDeck deck, Workplace workplace, Person person, IReadOnlyDictionary<string, string> told, string form, Instant now, Language language)
    {
        if (workplace.Procedures.InForce(told.GetValueOrDefault("service") ?? "") is not { } procedure)
        {
            return DrawChoice(deck, workplace, language);
        }

        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("visit_form.title", ("service", pen.Say(procedure.Name)));
        return pen.Draw("visit_form", title, data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [pen.Word("visit_form.hint")])
            .Inputs(Inputs(pen, procedure, person, told, now))
            .Presses(
                [
                    new CardButton(pen.Word("press.begin.confirm"), CardVerbs.VisitStart, ("service", procedure.Service), ("form", form)) { Style = ButtonStyle.Positive },
                    new CardButton(pen.Word("press.dismiss"), CardVerbs.Dismiss, ("card", "visit_form")) { Alone = true },
                ]));
    }

    private static IEnumerable<CardField> Inputs(Pen pen, Procedure procedure, Person person, IReadOnlyDictionary<string, string> told, Instant now)
    {
        string Told(string name) => ShownText.ToEdit(told.GetValueOrDefault(name), 200);
        var directory = pen.Workplace.Directory;
        var required = pen.Word("error.required");
        List<Site> sites = [.. directory.Sites.Where(site => person.Office is null || string.Equals(site.Office, person.Office, StringComparison.OrdinalIgnoreCase))];
        var site = directory.FindSite(Told("site")) ?? (sites.Count == 1 ? sites[0] : null);
        if (site is not null && !sites.Contains(site))
        {
            sites.Add(site);
        }

        yield return sites.Count is > 0 and <= MostSitesInAMenu
            ? new CardField("f_site", InputKind.Menu, pen.Word("label.site"))
            {
                Choices = [.. sites.Select(known => (known.Id, pen.Site(known.Id)))], Value = site?.Id ?? "", Placeholder = pen.Word("hint.choose"), Error = required,
            }
            : new CardField("f_site", InputKind.Line, pen.Word("label.site")) { Value = Told("site"), Placeholder = "BJ-042", Error = required };

        if (procedure.Plan.Contains(PlanItem.Equipment))
        {
            yield return Equipment(pen, site, Told("equipment"), required);
        }

        if (procedure.Plan.Contains(PlanItem.CurrentVersion))
        {
            var running = site?.FindEquipment(Told("equipment"))?.Version ?? (site is { Equipment: [var only] } ? only.Version : null);
            yield return new CardField("f_current", InputKind.Line, pen.Word("label.current")) { Value = Told("current") is { Length: > 0 } version ? version : running ?? "", Placeholder = "V3.08.20" };
        }

        if (procedure.Plan.Contains(PlanItem.TargetVersion))
        {
            yield return new CardField("f_target", InputKind.Line, pen.Word("label.target")) { Value = Told("target"), Placeholder = "V3.08.21", Error = required };
        }

        foreach (var field in When(pen, procedure, site ?? sites.FirstOrDefault(), Told, now))
        {
            yield return field;
        }

        yield return new CardField("f_contact", InputKind.Line, pen.Word("label.contact")) { Value = Told("contact") };
        yield return new CardField("f_phone", InputKind.Phone, pen.Word("label.contact_phone")) { Value = Told("phone"), Placeholder = "+86 …" };
    }

    private static CardField Equipment(Pen pen, Site? site, string told, string required)
    {
        var label = pen.Word("label.equipment");
        return site is { Equipment.Length: > 0 and <= MostSitesInAMenu } known && (told.Length == 0 || known.FindEquipment(told) is not null)
            ? new CardField("f_equipment", InputKind.Menu, label)
            {
                Choices = [.. known.Equipment.Select(piece => (piece.Id, ShownText.Name(piece.Id)))],
                Value = known.FindEquipment(told)?.Id ?? (known.Equipment.Length == 1 ? known.Equipment[0].Id : ""),
                Placeholder = pen.Word("hint.choose"),
                Error = required,
            }
            : new CardField("f_equipment", InputKind.Line, label) { Value = told, Placeholder = "MSC-1", Error = required };
    }

    // A major operation is offered the site's next night window.
    private static IEnumerable<CardField> When(Pen pen, Procedure procedure, Site? site, Func<string, string> told, Instant now)
    {
        var zone = site?.Zone ?? pen.Workplace.Directory.Offices.FirstOrDefault()?.Zone ?? DateTimeZone.Utc;
        var local = now.InZone(zone).LocalDateTime;
        var night = procedure.Operation is "upgrade" or "cutover" or "disruptive_test" && site is not null ? pen.Workplace.Directory.PolicyOf(site).NightWindow.Value : null;
        var date = night is { } window && window.From <= local.TimeOfDay ? local.Date.PlusDays(1) : local.Date;
        string Or(string name, string otherwise) => told(name) is { Length: > 0 } value ? value : otherwise;
        var needed = procedure.Plan.Contains(PlanItem.Window) ? pen.Word("error.required") : null;
        yield return new CardField("f_date", InputKind.Date, pen.Word("label.date")) { Value = Or("date", LocalDatePattern.Iso.Format(date)), Error = needed };
        yield return new CardField("f_from", InputKind.Time, pen.Word("label.from")) { Value = Or("from", night is null ? "" : Hour.Format(night.From)), Error = needed };
        yield return new CardField("f_to", InputKind.Time, pen.Word("label.to_time")) { Value = Or("to", night is null ? "" : Hour.Format(night.To)), Error = needed };
        if (procedure.Plan.Contains(PlanItem.Duration))
        {
            yield return new CardField("f_minutes", InputKind.Number, pen.Word("label.minutes")) { Value = told("minutes") is var minutes && int.TryParse(minutes, out _) ? minutes : "", Error = pen.Word("error.required") };
        }
    }
}
