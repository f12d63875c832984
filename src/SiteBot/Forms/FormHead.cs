using System.Collections.Immutable;

namespace SiteBot.Forms;

/// <summary>What every form says of its visit.</summary>
internal static class FormHead
{
    public static ImmutableArray<FormField> Of(FormSetting form)
    {
        var visit = form.Visit;
        var site = form.Site is { } known ? $"{form.Say(known.Name)} ({known.Id})" : visit.Site;
        return
        [
            Field(FormLabels.Visit, visit.Id),
            Field(FormLabels.Service, form.Say(form.Procedure.Name)),
            Field(FormLabels.Customer, form.Directory.FindCustomer(visit.Customer)?.Name.In(form.Language) ?? visit.Customer),
            Field(FormLabels.Site, site),
            Field(FormLabels.Office, form.Directory.FindOffice(visit.Office)?.Name.In(form.Language) ?? visit.Office),
            Field(FormLabels.Lead, Joined(form.Name(visit.Lead), form.Phone(visit.Lead))),
            Field(FormLabels.Contact, Joined(form.Say(visit.ContactName), form.Say(visit.ContactPhone))),
            Field(FormLabels.DrawnUp, form.At(form.Facts.Now)),
        ];

        FormField Field(string label, string value) => new(form.Say(label), value);
    }

    private static string Joined(string name, string phone) => phone.Length == 0 ? name : name.Length == 0 ? phone : $"{name}  {phone}";
}
