using System.Collections.Immutable;

namespace SiteBot.Forms.Blocks;

/// <summary>Data of the equipment that was changed (6.3-9); that there was none is said too.</summary>
internal sealed class DataChangesBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var title = form.Say(FormLabels.DataChanges);
        yield return form.Visit.DataChanges.IsEmpty
            ? new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.None)))
            : new FormSection(title, new FormPart.Table(
                [new(form.Say(FormLabels.When), 4), new(form.Say(FormLabels.What), 8), new(form.Say(FormLabels.By), 3)],
                [.. form.Visit.DataChanges.Select(change => ImmutableArray.Create(form.At(change.At), form.Say(change.What), form.Name(change.By)))]));
    }
}
