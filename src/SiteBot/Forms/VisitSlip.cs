using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Forms.Blocks;

namespace SiteBot.Forms;

/// <summary>The one page for the customer's duty staff: who comes, what is done and when, which services it touches, which alarms to expect, when we roll back at the latest,
/// and whom to call at night after we have left.</summary>
public static class VisitSlip
{
    /// <summary>The language of the customer's duty staff: their regional office's.</summary>
    public static Language LanguageOf(FormFacts facts) => facts.Workplace.Directory.FindOffice(facts.Visit.Office)?.Language ?? Language.Zh;

    /// <summary>The slip as it stands at <see cref="FormFacts.Now"/>.</summary>
    public static FormContent Of(FormFacts facts, Language language)
    {
        var form = new FormSetting(null, facts, language);
        var plan = new PlanBlock().Of(form).Single();
        return new FormContent(
            "slip",
            form.Say(FormLabels.Slip),
            facts.Visit.Id,
            language,
            FormHead.Of(form),
            [
                new FormSection("", new FormPart.Paragraph(form.Say(FormLabels.SlipIntro))),
                plan with { Title = form.Say(FormLabels.SlipWhat) },
                Calls(form, FormLabels.SlipCalls, [(form.Visit.Lead, FormLabels.Lead), .. Supporters(form)]),
                Calls(form, FormLabels.SlipAtNight, [.. Supporters(form), .. Heads(form)]),
            ],
            [],
            facts.Workplace.Standard.Edition.Id);
    }

    // Who is told first in trouble is called first: support, then the head of the regional office.
    private static IEnumerable<(string Person, string As)> Supporters(FormSetting form)
    {
        if (form.Product is not { } product)
        {
            return [];
        }

        var day = form.Clock.DateOf(form.Visit.Plan.From ?? form.Facts.Now);
        return form.Directory.HoldersForProduct(Role.RemoteSupport, product, day).Select(holder => (holder.Person.Id, FormLabels.RemoteSupport))
            .Concat(form.Directory.HoldersForProduct(Role.ProductSupport, product, day).Select(holder => (holder.Person.Id, FormLabels.ProductSupport)));
    }

    private static IEnumerable<(string Person, string As)> Heads(FormSetting form) =>
        form.Directory.HoldersForOffice(Role.OfficeHead, form.Visit.Office, form.Clock.DateOf(form.Visit.Plan.From ?? form.Facts.Now)).Select(holder => (holder.Person.Id, FormLabels.OfficeHead));

    private static FormSection Calls(FormSetting form, string title, ImmutableArray<(string Person, string As)> people) => new(form.Say(title), new FormPart.Table(
        [new(form.Say(FormLabels.Who), 4), new(form.Say(FormLabels.As), 5), new(form.Say(FormLabels.Phone), 5)],
        [.. people.DistinctBy(line => line.Person).Select(line => ImmutableArray.Create(form.Name(line.Person), form.Say(line.As), form.Phone(line.Person)))]));
}
