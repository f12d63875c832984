using NodaTime;
using SiteBot.Gate.Checks;
using SiteBot.Outbox;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>The report of who escorts holds for twelve hours (6.3-6): half an hour before it lapses the engineer on site is asked again. While an operation
/// runs at any hour, else in civil hours.</summary>
internal static class EscortReminder
{
    private static readonly Duration Before = Duration.FromMinutes(30);

    public static IEnumerable<OutgoingMessage> Of(VisitSetting setting)
    {
        var visit = setting.Visit;
        if (!visit.IsOnSite || Since(setting) is not { } since)
        {
            yield break;
        }

        var due = since + Escort.Holds - Before;
        if (since + Escort.Holds <= setting.Now || visit.Running is null && !setting.Civil.Hold(due))
        {
            yield break;
        }

        foreach (var person in DutyOwner.Person(setting, visit.Lead, setting.Clock.DateOf(due)).People)
        {
            yield return Agenda.Message(
                setting, ReminderMessages.Escort, person, due, $"escort/{since.ToUnixTimeSeconds()}", Urgency.Routine, new ReminderData(visit.Id, At: since + Escort.Holds));
        }
    }

    private static Instant? Since(VisitSetting setting)
    {
        var record = setting.Procedure.StepsGiving("escort")
            .Select(step => setting.Visit.Steps.GetValueOrDefault(step.Id)).FirstOrDefault(told => told?.Outcome == StepOutcome.Done);
        return record?.MomentOf("at");
    }
}
