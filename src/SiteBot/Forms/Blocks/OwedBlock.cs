using System.Collections.Immutable;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>What the visit still owes, by whom and since when.</summary>
internal sealed class OwedBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. ClosingLedger.Of(form.Visit, form.Facts.Workplace, form.Facts.Now)
                .Select(line => ImmutableArray.Create(form.Say(line.Title), string.Join(", ", line.Owners.Select(form.Name)), form.At(line.Since))),
        ];
        var title = form.Say(FormLabels.Owed);
        yield return rows.IsEmpty
            ? new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.None)))
            : new FormSection(title, new FormPart.Table([new(form.Say(FormLabels.Item), 6), new(form.Say(FormLabels.OwedBy), 4), new(form.Say(FormLabels.OwedSince), 5)], rows));
    }
}
