using SiteBot.Procedures;

namespace SiteBot.Forms.Blocks;

/// <summary>The checklist, phase by phase: what was owed or told.</summary>
internal sealed class ChecklistBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var checklist = Checklist.Of(form.Visit, form.Procedure, form.Facts.Workplace, form.Facts.Now);
        foreach (var phase in checklist.Phases)
        {
            var steps = phase.Lines.Where(line => line.IsOwed || line.Record is not null).Select(line => line.Step).ToList();
            if (steps.Count > 0)
            {
                yield return new FormSection(form.Say(FormLabels.Checklist, ("phase", form.Say(phase.Phase.Name))), ToldSteps.Table(form, steps));
            }
        }
    }
}
