using System.Collections.Immutable;

namespace SiteBot.Forms.Blocks;

/// <summary>The visit's reports and forms and how far each has come (4.4-16).</summary>
internal sealed class FormsBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        // A form does not list itself.
        var due = FormsOwed.Of(form.Visit, form.Procedure, form.Facts.Workplace, form.Facts.Now).Where(line => line.Form.Id != form.Type?.Id).ToList();
        if (due.Count > 0)
        {
            yield return new FormSection(form.Say(FormLabels.Forms), new FormPart.Table(
                [new(form.Say(FormLabels.FormName), 6), new(form.Say(FormLabels.State), 3), new(form.Say(FormLabels.OwedBy), 4)],
                [.. due.Select(line => ImmutableArray.Create(
                    line.Occasion is { } occasion ? $"{form.Say(line.Form.Name)} {occasion}" : form.Say(line.Form.Name), form.Say(Label(line.State)), string.Join(", ", line.Owners.Select(form.Name))))]));
        }
    }

    private static string Label(FormState state) => state switch
    {
        FormState.Owed => FormLabels.FormOwed,
        FormState.Produced => FormLabels.FormProduced,
        FormState.Signed => FormLabels.FormSigned,
        _ => FormLabels.FormArchived,
    };
}
