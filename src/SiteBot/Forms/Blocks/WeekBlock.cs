using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;

namespace SiteBot.Forms.Blocks;

/// <summary>What was done in a week, counted in sevens from the first day: the week that its report is still owed for, else this one.</summary>
internal sealed class WeekBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var days = form.Facts.Days ?? Days(form);
        yield return new FormSection(
            form.Say(FormLabels.Week, ("from", LocalDatePattern.Iso.Format(days.Start)), ("to", LocalDatePattern.Iso.Format(days.End))),
            Timeline.Table(form, Timeline.Of(form, days)));
    }

    private static DateInterval Days(FormSetting form)
    {
        var today = form.Clock.DateOf(form.Facts.Now);
        var duty = form.Procedure.Duties.FirstOrDefault(duty => duty.Every == Rhythm.Week && duty.Form == form.Type?.Id);
        var first = form.Clock.DateOf((duty is null ? null : form.MomentOf(duty.From)) ?? form.Visit.StartedAt);
        var weeks = Math.Max(0, Period.DaysBetween(first, today)) / 7;
        var begins = first.PlusDays(7 * weeks);
        var isDone = duty is not null && form.Visit.Duties.GetValueOrDefault(duty.Id)?.Done.ContainsKey(LocalDatePattern.Iso.Format(begins)) == true;
        return weeks > 0 && !isDone ? new DateInterval(begins.PlusDays(-7), begins.PlusDays(-1)) : new DateInterval(begins, LocalDate.Max(begins, today));
    }
}
