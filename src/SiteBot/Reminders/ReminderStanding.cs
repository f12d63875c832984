using NodaTime;
using SiteBot.Approvals;
using SiteBot.Outbox;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>Whether a reminder is still true when it is delivered.</summary>
public static class ReminderStanding
{
    private static readonly Duration LookingBack = Duration.FromDays(400);

    /// <summary>True where it need not be told any more: done, answered, ended, heard of since, or the visit is over.</summary>
    public static bool IsOvertaken(OutgoingMessage message, Visit visit, Workplace workplace, Instant now)
    {
        if (message.Kind == ReminderMessages.VisitCard)
        {
            return false;
        }

        if (!visit.IsOpen)
        {
            return true;
        }

        var data = ReminderData.Read(message.Data);
        return message.Kind switch
        {
            ReminderMessages.Duty or ReminderMessages.Lapses or ReminderMessages.Overdue => !IsOwed(data, visit, workplace, now),
            ReminderMessages.ConsentChase or ReminderMessages.ConsentUnanswered =>
                !visit.Consents.Any(request => request.Id == data.Request && request.State == ConsentState.Open),
            ReminderMessages.Operation => visit.Running is null || visit.Operations.Length != data.Operation,
            ReminderMessages.Silence or ReminderMessages.SilenceUp => visit.Version != data.Version || visit.ServiceState == default,
            ReminderMessages.Escort => !visit.IsOnSite,
            _ => false,
        };
    }

    private static bool IsOwed(ReminderData data, Visit visit, Workplace workplace, Instant now)
    {
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        if (procedure.FindDuty(data.Duty ?? "") is not { } duty)
        {
            return false;
        }

        var setting = new VisitSetting(visit, procedure, workplace, now);
        return DutyOccasions.Of(setting, duty, now - LookingBack, now + Agenda.Ahead).Any(occasion => occasion.Occasion == data.Occasion && !occasion.IsDone);
    }
}
