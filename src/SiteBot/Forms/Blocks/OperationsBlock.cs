using System.Collections.Immutable;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>What was begun and how it ended, rollback and all.</summary>
internal sealed class OperationsBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var title = form.Say(FormLabels.Operations);
        if (form.Visit.Operations.IsEmpty)
        {
            yield return new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.NotBegun)));
            yield break;
        }

        yield return new FormSection(title, new FormPart.Table(
            [new(form.Say(FormLabels.Operation), 3), new(form.Say(FormLabels.Begun), 4), new(form.Say(FormLabels.Ended), 4), new(form.Say(FormLabels.RollBackBy), 4), new(form.Say(FormLabels.Outcome), 5)],
            [.. form.Visit.Operations.Select(run => ImmutableArray.Create(form.Operation(run.Operation), form.At(run.StartedAt), form.At(run.EndedAt), form.At(run.RollBackBy), Outcome(form, run)))]));
    }

    internal static string OutcomeLabel(OperationOutcome? outcome) => outcome switch
    {
        OperationOutcome.Done => FormLabels.OutcomeDone,
        OperationOutcome.RolledBack => FormLabels.OutcomeRolledBack,
        OperationOutcome.Failed => FormLabels.OutcomeFailed,
        _ => FormLabels.Running,
    };

    private static string Outcome(FormSetting form, OperationRun run)
    {
        var lines = new List<string> { form.Say(OutcomeLabel(run.Outcome)) };
        if (run.WithoutGo is { } against)
        {
            lines.Add(form.Say(FormLabels.WithoutGo, ("why", form.Say(against.Why))));
            if (against.SaidBy is { } said)
            {
                lines.Add(form.Say(FormLabels.SaidBy, ("who", form.Say(said))));
            }
        }

        if (run.OpenIssues is { } left)
        {
            lines.Add(form.Say(FormLabels.FieldIs, ("field", form.Say(FormLabels.OpenIssues)), ("value", form.Say(left))));
        }

        return string.Join('\n', lines);
    }
}
