using System.Collections.Immutable;
using SiteBot.Procedures;

namespace SiteBot.Forms.Blocks;

/// <summary>A part of forms that is written in <c>forms.yaml</c>: what was told in named steps, labels, a table, lines to write on, in this order.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Told">Ids of steps whose fields are shown, where the visit's procedure has them; fields not told are room to write.</param>
/// <param name="Fields">Labels with room to write.</param>
/// <param name="Columns">The columns of a table; empty for none.</param>
/// <param name="Rows">What stands in the first column of its first rows.</param>
/// <param name="Blank">How many empty rows follow.</param>
/// <param name="Lines">How many empty lines follow.</param>
internal sealed record SheetBlock(
    string Id, Text Title, ImmutableArray<string> Told, ImmutableArray<Text> Fields, ImmutableArray<(Text Name, int Share)> Columns, ImmutableArray<Text> Rows, int Blank, int Lines)
    : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var parts = ImmutableArray.CreateBuilder<FormPart>();
        ImmutableArray<FormField> fields = [.. ToldFields(form), .. Fields.Select(label => new FormField(form.Say(label), ""))];
        if (!fields.IsEmpty)
        {
            parts.Add(new FormPart.Fields(fields));
        }

        if (!Columns.IsEmpty)
        {
            parts.Add(new FormPart.Table(
                [.. Columns.Select(column => new FormColumn(form.Say(column.Name), column.Share))],
                [.. Rows.Select(row => Row(form.Say(row))), .. Enumerable.Repeat(Row(""), Blank)]));
        }

        if (Lines > 0)
        {
            parts.Add(new FormPart.Lines(Lines));
        }

        if (parts.Count > 0)
        {
            yield return new FormSection(form.Say(Title), parts.ToImmutable());
        }
    }

    private ImmutableArray<string> Row(string first) => [first, .. Enumerable.Repeat("", Columns.Length - 1)];

    // A told step is one line; of one that is still ahead each field is a line to write on.
    private IEnumerable<FormField> ToldFields(FormSetting form)
    {
        foreach (var step in Told.Select(form.Procedure.FindStep).OfType<Step>())
        {
            if (form.Record(step) is not null)
            {
                yield return new FormField(form.Say(step.Title), ToldSteps.InOneLine(form, step));
            }
            else if (step.AppliesIn(form.Conditions))
            {
                yield return new FormField(form.Say(step.Title), "");
                foreach (var field in step.Fields.Where(field => field.Required))
                {
                    yield return new FormField(form.Say(field.Label), "");
                }
            }
        }
    }
}
