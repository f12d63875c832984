using NodaTime;
using SiteBot.Approvals;
using SiteBot.Outbox;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>Consents that nobody answered: four hours before the window those who may answer are chased, and the engineer and the deputies told.
/// Where four hours before is no civil hour, earlier. One that restores service is chased as an alarm is.</summary>
internal static class ConsentReminders
{
    private static readonly Duration Before = Duration.FromHours(4);
    private static readonly Duration TimeToAnswer = Duration.FromMinutes(30);

    public static IEnumerable<OutgoingMessage> Of(VisitSetting setting) =>
        setting.Visit.Consents.Where(request => request.State == ConsentState.Open).SelectMany(request => Of(setting, request));

    private static IEnumerable<OutgoingMessage> Of(VisitSetting setting, ConsentRequest request)
    {
        if (Due(setting, request) is not { } due)
        {
            yield break;
        }

        var day = setting.Clock.DateOf(due);
        var asked = request.AskedOf.Select(id => setting.Directory.FindPerson(id)).OfType<Directory.Person>().ToList();
        var data = new ReminderData(setting.Visit.Id, Request: request.Id, At: request.Scope.From, PassedOnFrom: asked.Count == 0 ? request.AskedOf.FirstOrDefault() : null);
        var chased = asked.Count > 0 ? asked.Select(person => person.Id).ToList() : [.. DutyOwner.HeadsOf(setting, day)];
        foreach (var person in chased)
        {
            yield return Agenda.Message(setting, ReminderMessages.ConsentChase, person, due, $"consent/{request.Id}/chase", Urgency.Urgent, data);
        }

        var deputies = asked.SelectMany(person => person.Deputies).Where(deputy => deputy.StandsInOn(day)).Select(deputy => deputy.Person);
        var told = DutyOwner.Person(setting, setting.Visit.Lead, day).People.Concat(deputies)
            .Distinct(StringComparer.OrdinalIgnoreCase).Except(chased, StringComparer.OrdinalIgnoreCase);
        foreach (var person in told)
        {
            yield return Agenda.Message(setting, ReminderMessages.ConsentUnanswered, person, due, $"consent/{request.Id}/unanswered", Urgency.Urgent, data);
        }
    }

    private static Instant? Due(VisitSetting setting, ConsentRequest request)
    {
        var window = request.Scope.From;
        if (window <= setting.Now)
        {
            return null;
        }

        if (request.Urgent)
        {
            var soon = request.AskedAt + Duration.FromMinutes(setting.AcknowledgeMinutes);
            return soon < window ? soon : null;
        }

        var at = setting.Civil.NotAfter(window - Before);
        at = at >= request.AskedAt + TimeToAnswer ? at : setting.Civil.NotBefore(request.AskedAt + TimeToAnswer);
        at = at >= setting.Now ? at : setting.Civil.NotBefore(setting.Now);
        return at < window ? at : null;
    }
}
