using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>Finds the times that a visit's duties are owed for, from its facts alone. Nothing of it is stored.</summary>
public static class DutyOccasions
{
    /// <summary>Every occasion of every duty that ends after <paramref name="from"/> and begins before <paramref name="to"/>, those that were met too.</summary>
    public static ImmutableArray<DutyOccasion> Of(Visit visit, Procedure procedure, Workplace workplace, Instant now, Instant from, Instant to)
    {
        var setting = new VisitSetting(visit, procedure, workplace, now);
        return [.. procedure.Duties.SelectMany(duty => Of(setting, duty, from, to))];
    }

    internal static IEnumerable<DutyOccasion> Of(VisitSetting setting, Duty duty, Instant from, Instant to)
    {
        if (setting.MomentOf(duty.From) is not { } begins)
        {
            return [];
        }

        var until = setting.MomentOf(duty.Until) ?? Instant.MaxValue;
        var occasions = duty.Every switch
        {
            Rhythm.Once => Once(setting, duty, begins, from, to),
            Rhythm.Day => Days(setting, duty, begins, from, to),
            Rhythm.Week => Weeks(setting, duty, begins, to),
            Rhythm.Watch => Watch(setting, duty, begins),
            _ => Ahead(setting, duty, begins),
        };

        // What was owed before the end stays owed; only a reminder ahead of something has no sense after it.
        return occasions.Where(occasion =>
            occasion.OwedFrom < until && (duty.Every != Rhythm.Ahead || until == Instant.MaxValue)
            && occasion.OwedFrom < to && (duty.Every == Rhythm.Once || (occasion.LapsesAt ?? Instant.MaxValue) > from));
    }

    private static IEnumerable<DutyOccasion> Once(VisitSetting setting, Duty duty, Instant begins, Instant from, Instant to)
    {
        var first = setting.Clock.DateOf(begins);
        var reminders = ImmutableArray.CreateBuilder<ScheduledReminder>();
        if (duty.WithinDays is { } days)
        {
            for (var day = 1; day <= days; day++)
            {
                Add(first.PlusDays(day));
            }
        }
        else
        {
            // A day that begins before civil hours is reminded of on its own morning.
            var day = setting.Civil.MorningOf(first) > begins ? first : first.PlusDays(1);
            var earliest = setting.Clock.DateOf(from);
            for (day = LocalDate.Max(day, earliest); setting.StartOf(day) < to; day = day.PlusDays(1))
            {
                Add(day);
            }
        }

        if (Applies(setting, duty, Instant.Max(begins, setting.Now)))
        {
            var lapses = duty.WithinDays is { } within ? setting.StartOf(first.PlusDays(within + 1)) : (Instant?)null;
            yield return new DutyOccasion(duty, Name(first), begins, lapses, reminders.ToImmutable(), IsMet(setting, duty, begins));
        }

        void Add(LocalDate day) => reminders.Add(new ScheduledReminder(Name(day), setting.Civil.MorningOf(day)));
    }

    private static IEnumerable<DutyOccasion> Days(VisitSetting setting, Duty duty, Instant begins, Instant from, Instant to)
    {
        // Whether a condition held on a day that is over is not on record: such a duty is owed from today on, with what yesterday left to this morning.
        var today = setting.Clock.DateOf(setting.Now);
        var earliest = duty.When.IsEmpty ? setting.Clock.DateOf(from) : today.PlusDays(-1);
        for (var day = LocalDate.Max(setting.Clock.DateOf(begins), earliest); setting.StartOf(day) < to; day = day.PlusDays(1))
        {
            var owed = Instant.Max(begins, setting.StartOf(day));
            var late = setting.Civil.LateOn(day);
            var at = late > owed ? late : setting.Civil.MorningOf(day.PlusDays(1));

            // Nobody is overdue before they were reminded: what a late evening left is due on the day of its reminder.
            var lapses = setting.StartOf(setting.Clock.DateOf(at).PlusDays(1));
            if ((duty.When.IsEmpty || day >= today || at >= setting.StartOf(today))
                && Single(setting, duty, day, owed, lapses, Name(day), at) is { } occasion)
            {
                yield return occasion;
            }
        }
    }

    private static IEnumerable<DutyOccasion> Weeks(VisitSetting setting, Duty duty, Instant begins, Instant to)
    {
        // Where the customer asked for reports more often, they are counted from then on (6.3-13).
        var shorter = duty.When.Any(condition => condition.Name == "over_a_week") ? setting.ShorterReports : null;
        var last = setting.Clock.DateOf(begins);
        while (true)
        {
            var previous = last;
            var (day, days) = (last.PlusDays(7), 7);
            if (shorter is { } often && setting.Clock.DateOf(Instant.Max(often.Since, begins)) is var since && day > since)
            {
                (last, days) = (LocalDate.Max(last, since), often.Days);
                day = last.PlusDays(days);
            }

            if (setting.StartOf(day) >= to)
            {
                yield break;
            }

            var covers = Period.DaysBetween(previous, day);
            if (Single(setting, duty, day, setting.StartOf(day), setting.StartOf(day.PlusDays(Math.Min(2, days))), Name(day), setting.Civil.MorningOf(day)) is { } occasion)
            {
                yield return occasion with { Days = covers };
            }

            last = day;
        }
    }

    // One to three days by the policy, and never less than 24 hours (5.4-5): the last look comes no sooner than that.
    private static IEnumerable<DutyOccasion> Watch(VisitSetting setting, Duty duty, Instant begins)
    {
        var first = setting.Clock.DateOf(begins);
        for (var day = 1; day <= setting.WatchDays; day++)
        {
            var date = first.PlusDays(day);
            var at = day == setting.WatchDays ? Instant.Max(setting.Civil.MorningOf(date), begins + Duration.FromHours(24)) : setting.Civil.MorningOf(date);
            if (Single(setting, duty, date, setting.StartOf(date), setting.StartOf(date.PlusDays(1)), Name(date), at) is { } occasion)
            {
                yield return occasion;
            }
        }
    }

    // Before the appointment and in civil hours, so rather earlier than later; where it is too late for that, at the first civil moment, or not at all.
    private static IEnumerable<DutyOccasion> Ahead(VisitSetting setting, Duty duty, Instant begins)
    {
        if (setting.MomentOf(Anchor.Appointment) is not { } appointment)
        {
            yield break;
        }

        var at = setting.Civil.NotAfter(appointment - Duration.FromHours(duty.HoursAhead ?? 0));
        at = at > begins ? at : setting.Civil.NotBefore(begins);
        var name = "before-" + appointment.ToUnixTimeSeconds();
        if (at < appointment && Single(setting, duty, setting.Clock.DateOf(appointment), at, appointment, name, at) is { } occasion)
        {
            yield return occasion;
        }
    }

    private static DutyOccasion? Single(
        VisitSetting setting, Duty duty, LocalDate date, Instant owed, Instant lapses, string name, Instant at) =>
        Applies(setting, duty, Instant.Max(at, setting.Now))
            ? new DutyOccasion(duty, Name(date), owed, lapses, [new ScheduledReminder(name, at)], IsMet(setting, duty, date))
            : null;

    private static bool Applies(VisitSetting setting, Duty duty, Instant at) => duty.When.IsEmpty || duty.AppliesIn(setting.ConditionsAt(at));

    private static bool IsMet(VisitSetting setting, Duty duty, LocalDate date)
    {
        var told = Told(setting, duty);
        return setting.Visit.Duties.GetValueOrDefault(duty.Id)?.Done.ContainsKey(Name(date)) == true
            || told is not null && (duty.Every == Rhythm.Ahead || setting.Clock.DateOf(told.HappenedAt) == date);
    }

    // A call or a report of before does not meet what this operation, or this leaving, owes.
    private static bool IsMet(VisitSetting setting, Duty duty, Instant begins)
    {
        var anew = duty.WithinDays is not null || duty.From == Anchor.OperationEnded;
        return setting.Visit.Duties.GetValueOrDefault(duty.Id)?.Done.Any(done => !anew || done.Value >= begins) == true
            || Told(setting, duty) is { } told && (!anew || told.HappenedAt >= begins);
    }

    private static StepRecord? Told(VisitSetting setting, Duty duty) =>
        duty.Step is { } step && setting.Visit.Steps.GetValueOrDefault(step) is { Outcome: StepOutcome.Done or StepOutcome.DoesNotApply } record ? record : null;

    private static string Name(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
