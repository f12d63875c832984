using System.Collections.Immutable;
using System.Globalization;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>How a step stands on paper.</summary>
internal static class ToldSteps
{
    /// <summary>Done, no, does not apply, open.</summary>
    public static string State(FormSetting form, Step step) => form.Say(form.Record(step)?.Outcome switch
    {
        StepOutcome.Done => FormLabels.Done,
        StepOutcome.Failed => FormLabels.SaidNo,
        StepOutcome.DoesNotApply => FormLabels.DoesNotApply,
        _ => step.AsNeeded ? FormLabels.AsNeeded : FormLabels.Open,
    });

    /// <summary>Who told it, and when it was.</summary>
    public static string ByAndWhen(FormSetting form, Step step) =>
        form.Record(step) is { } record ? $"{form.Name(record.By)}\n{form.At(record.HappenedAt)}" : "";

    /// <summary>What was told, field by field, with its witness and how many files show it.</summary>
    public static string Told(FormSetting form, Step step)
    {
        if (form.Record(step) is not { } record)
        {
            return "";
        }

        var told = step.Fields.Where(field => record.Value(field.Id) is not null)
            .Select(field => form.Say(FormLabels.FieldIs, ("field", form.Say(field.Label)), ("value", form.Value(field, record)))).ToList();
        foreach (var (field, label) in new[] { (StepTelling.Witness, FormLabels.Witness), (StepTelling.Remark, FormLabels.Remark), (StepTelling.Reason, FormLabels.Reason) })
        {
            if (step.FindField(field) is null && record.Value(field, form.Language) is { } value)
            {
                told.Add(form.Say(FormLabels.FieldIs, ("field", form.Say(label)), ("value", value)));
            }
        }

        if (!record.Files.IsEmpty)
        {
            told.Add(form.Say(FormLabels.Files, ("count", record.Files.Length.ToString(CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', told);
    }

    /// <summary>State, who, when, and what was told, for a line of labels and values.</summary>
    public static string InOneLine(FormSetting form, Step step)
    {
        var first = string.Join("  ", new[] { State(form, step), ByAndWhen(form, step).Replace("\n", "  ", StringComparison.Ordinal) }.Where(part => part.Length > 0));
        var told = Told(form, step).Replace("\n", form.Language == Language.Zh ? "；" : "; ", StringComparison.Ordinal);
        return told.Length == 0 ? first : $"{first}\n{told}";
    }

    /// <summary>Steps as lines of a checklist.</summary>
    public static FormPart.Table Table(FormSetting form, IEnumerable<Step> steps) => new(
        [new(form.Say(FormLabels.Item), 5), new(form.Say(FormLabels.State), 2), new(form.Say(FormLabels.ByAndWhen), 5), new(form.Say(FormLabels.Told), 6)],
        [.. steps.Select(step => ImmutableArray.Create(form.Say(step.Title), State(form, step), ByAndWhen(form, step), Told(form, step)))]);
}
