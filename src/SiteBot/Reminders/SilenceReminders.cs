using NodaTime;
using SiteBot.Directory;
using SiteBot.Outbox;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>Nothing was told of a site in trouble for the policy's minutes: the engineer is asked, and as long again after that the managers are, at any hour.</summary>
internal static class SilenceReminders
{
    public static IEnumerable<OutgoingMessage> Of(VisitSetting setting)
    {
        var visit = setting.Visit;
        if (visit.ServiceState == default || setting.SilenceMinutes <= 0)
        {
            yield break;
        }

        var stretch = Duration.FromMinutes(setting.SilenceMinutes);
        var asked = visit.LastToldAt + stretch;
        var up = asked + stretch;
        var lead = DutyOwner.Person(setting, visit.Lead, setting.Clock.DateOf(asked)).People;
        foreach (var person in lead)
        {
            yield return Message(ReminderMessages.Silence, person, asked);
        }

        var day = setting.Clock.DateOf(up);
        var support = DutyOwner.Product(setting) is { } product
            ? setting.Directory.HoldersForProduct(Role.ProductSupport, product, day).Select(holder => holder.Person.Id)
            : [];
        foreach (var person in support.Concat(DutyOwner.HeadsOf(setting, day)).Distinct(StringComparer.OrdinalIgnoreCase).Except([visit.Lead], StringComparer.OrdinalIgnoreCase))
        {
            yield return Message(ReminderMessages.SilenceUp, person, up);
        }

        OutgoingMessage Message(string kind, string person, Instant due) => Agenda.Message(
            setting, kind, person, due, $"{kind}/{visit.Version}", Urgency.Urgent, new ReminderData(visit.Id, Version: visit.Version, At: visit.LastToldAt));
    }
}
