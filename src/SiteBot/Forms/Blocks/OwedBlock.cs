using System.Collections.Immutable;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>Duties that are owed now and were not met.</summary>
internal sealed class OwedBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var setting = new VisitSetting(form.Visit, form.Procedure, form.Facts.Workplace, form.Facts.Now);
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. form.Procedure.Duties
                .SelectMany(duty => DutyOccasions.Of(setting, duty, form.Visit.StartedAt, form.Facts.Now))
                .Where(occasion => !occasion.IsDone).OrderBy(occasion => occasion.OwedFrom)
                .Select(occasion => ImmutableArray.Create(
                    form.Say(occasion.Duty.Title), string.Join(", ", DutyOwner.Of(setting, occasion.Duty, form.Facts.Now).People.Select(form.Name)), form.At(occasion.OwedFrom))),
        ];
        var title = form.Say(FormLabels.Owed);
        yield return rows.IsEmpty
            ? new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.None)))
            : new FormSection(title, new FormPart.Table([new(form.Say(FormLabels.Item), 6), new(form.Say(FormLabels.OwedBy), 4), new(form.Say(FormLabels.OwedSince), 4)], rows));
    }
}
