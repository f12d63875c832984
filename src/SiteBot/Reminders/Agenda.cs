using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>All that a visit owes to tell from now on, as it stands: its plan in the outbox. Pure; the same facts at another time give the same keys, so that
/// nothing is told twice however often it is reckoned.</summary>
/// <remarks>It reaches <see cref="Ahead"/> far. Reckon it with each commit of the visit, when the directory changes, and at least once a month.</remarks>
public static class Agenda
{
    /// <summary>How far it reaches.</summary>
    public static Duration Ahead { get; } = Duration.FromDays(35);

    // What came due and was perhaps not claimed yet must not be lost to a plan that is reckoned in that moment.
    private static readonly Duration Behind = Duration.FromDays(2);

    /// <summary>The plan of a visit; empty once it has ended.</summary>
    public static ImmutableArray<OutgoingMessage> Of(Visit visit, Procedure procedure, Workplace workplace, Instant now)
    {
        if (!visit.IsOpen || visit.Version == 0)
        {
            return [];
        }

        var setting = new VisitSetting(visit, procedure, workplace, now);
        var reminders = procedure.Duties.SelectMany(duty => DutyReminders.Of(setting, duty, now - Behind, now + Ahead))
            .Concat(ConsentReminders.Of(setting))
            .Concat(OperationWarnings.Of(setting))
            .Concat(SilenceReminders.Of(setting))
            .Concat(EscortReminder.Of(setting))
            .DistinctBy(message => message.Key)
            .ToList();

        // Each reminder is a line of the channel's card too; what is due already is drawn with the news of this commit.
        var cards = reminders.Where(message => message.DueAt > now).Select(message => message.DueAt).Distinct().Order().Select(at => new OutgoingMessage(
            $"visit/{visit.Id}/card/{at.ToUnixTimeSeconds()}", Recipient.Channel(visit.Office), Urgency.Routine, at, ReminderMessages.VisitCard,
            visit.Stream, new ReminderData(visit.Id).Json(), "visit/" + visit.Id));
        return [.. reminders, .. cards];
    }

    internal static OutgoingMessage Message(
        VisitSetting setting, string kind, string person, Instant due, string occasion, Urgency urgency, ReminderData data) => new(
        $"visit/{setting.Visit.Id}/{occasion}/{Recipient.Person(person)}", Recipient.Person(person), urgency, due, kind, setting.Visit.Stream, data.Json(), Slot: null);
}
