using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>The messages of one duty: its owner's reminders, the warning to the head on the last morning, and overdue going up once.</summary>
internal static class DutyReminders
{
    public static IEnumerable<OutgoingMessage> Of(VisitSetting setting, Duty duty, Instant from, Instant to)
    {
        var occasions = DutyOccasions.Of(setting, duty, Earliest(setting, duty, from), to).Where(occasion => !occasion.IsDone).ToList();
        var snoozed = setting.Visit.Duties.GetValueOrDefault(duty.Id)?.SnoozedUntil;
        DutyOccasion? putOff = null;
        foreach (var occasion in occasions)
        {
            // Of those that are past, the latest alone still has something to say.
            var past = occasion.Reminders.LastOrDefault(reminder => reminder.At <= setting.Now);
            foreach (var reminder in occasion.Reminders.Where(reminder => reminder.At > setting.Now || reminder == past))
            {
                if (reminder.At < snoozed)
                {
                    putOff = occasion;
                    continue;
                }

                var due = reminder.At >= setting.Now ? reminder.At : setting.Civil.NotBefore(setting.Now);
                if (duty.Every == Rhythm.Ahead && due >= occasion.LapsesAt || reminder.At >= to)
                {
                    continue;
                }

                foreach (var message in Owner(setting, occasion, due, reminder.Name))
                {
                    yield return message;
                }
            }

            foreach (var message in Heads(setting, occasion))
            {
                yield return message;
            }
        }

        // Several that are put off come back as one, for the latest of them.
        if (putOff is not null && snoozed is { } until)
        {
            var due = setting.Civil.NotBefore(Instant.Max(until, setting.Now));
            foreach (var message in Owner(setting, putOff, due, "snoozed-" + until.ToUnixTimeSeconds()))
            {
                yield return message;
            }
        }
    }

    // An overdue week goes up two days after it, and may have been asked for before the plan's first day.
    private static Instant Earliest(VisitSetting setting, Duty duty, Instant from) =>
        duty.Every is Rhythm.Week or Rhythm.Watch ? Instant.Max(setting.Visit.StartedAt, from - Duration.FromDays(14)) : from;

    private static IEnumerable<OutgoingMessage> Owner(VisitSetting setting, DutyOccasion occasion, Instant due, string name)
    {
        var owner = DutyOwner.Of(setting, occasion.Duty, due);
        return owner.People.Select(person => Agenda.Message(
            setting, ReminderMessages.Duty, person, due, $"duty/{occasion.Duty.Id}/{occasion.Occasion}/{name}", Urgency.Routine,
            Data(setting, occasion, owner)));
    }

    private static IEnumerable<OutgoingMessage> Heads(VisitSetting setting, DutyOccasion occasion)
    {
        if (occasion.LapsesAt is not { } lapses || occasion.Duty.Every is Rhythm.Day or Rhythm.Ahead)
        {
            yield break;
        }

        if (occasion.Duty.WithinDays is not null)
        {
            var lastMorning = occasion.Reminders[^1].At;
            if (lapses > setting.Now)
            {
                foreach (var message in Up(setting, occasion, ReminderMessages.Lapses, lastMorning))
                {
                    yield return message;
                }
            }
        }

        foreach (var message in Up(setting, occasion, ReminderMessages.Overdue, setting.Civil.NotBefore(lapses)))
        {
            yield return message;
        }
    }

    private static IEnumerable<OutgoingMessage> Up(VisitSetting setting, DutyOccasion occasion, string kind, Instant at)
    {
        var due = at >= setting.Now ? at : setting.Civil.NotBefore(setting.Now);
        var owner = DutyOwner.Of(setting, occasion.Duty, due);

        // Who owes it is reminded already; of a head's own duty nobody stands above.
        return DutyOwner.HeadsOf(setting, setting.Clock.DateOf(due)).Except(owner.People, StringComparer.OrdinalIgnoreCase).Select(person => Agenda.Message(
            setting, kind, person, due, $"{kind}/{occasion.Duty.Id}/{occasion.Occasion}", Urgency.Routine, Data(setting, occasion, owner)));
    }

    private static ReminderData Data(VisitSetting setting, DutyOccasion occasion, DutyOwner owner) => new(
        setting.Visit.Id, occasion.Duty.Id, occasion.Occasion, owner.People.FirstOrDefault(), owner.PassedOnFrom, At: occasion.LapsesAt);
}
