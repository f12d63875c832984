using NodaTime;
using NodaTime.Text;

namespace SiteBot.Forms.Blocks;

/// <summary>What was done on a day: today's at the site, unless the form was asked for of another (6.3-13).</summary>
internal sealed class DayBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var day = form.Facts.Days?.Start ?? form.Clock.DateOf(form.Facts.Now);
        yield return new FormSection(
            form.Say(FormLabels.Day, ("date", LocalDatePattern.Iso.Format(day))), Timeline.Table(form, Timeline.Of(form, new DateInterval(day, day))));
    }
}
