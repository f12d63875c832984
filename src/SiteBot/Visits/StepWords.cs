using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>How a told value is read by people: times on the site's clock, choices by their labels.</summary>
public static class StepWords
{
    /// <summary>A value of a field.</summary>
    public static Text Value(StepField field, string value, SiteClock clock) => field.Kind switch
    {
        FieldKind.Time when InstantPattern.ExtendedIso.Parse(value) is { Success: true } at => Text.Same(StoryWords.Moment(clock, at.Value)),
        FieldKind.YesNo => value == "yes" ? new("是", "yes") : new("否", "no"),
        FieldKind.Choice => field.Options.FirstOrDefault(option => option.Id == value)?.Label ?? Text.Same(value),
        FieldKind.Minutes => new($"{value} 分钟", $"{value} minutes"),
        _ => Text.Same(value),
    };
}
