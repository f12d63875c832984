using NodaTime;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Tests.Reminders;

/// <summary>A clock forwarded over a year, in zones with one, two and odd changes of the clock, and with none.</summary>
public sealed class YearTests
{
    private static readonly string[] AtAnyHour = [ReminderMessages.Operation, ReminderMessages.Silence, ReminderMessages.SilenceUp];

    public static TheoryData<string> Zones => new("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago");

    [Theory]
    [MemberData(nameof(Zones))]
    public void In_a_year_of_works_every_reminder_comes_once_and_in_civil_hours(string name)
    {
        var (workplace, zone) = At(name);
        var first = new LocalDate(2026, 1, 5);
        var visit = Nights.Of("installation", workplace) with
        {
            StartedAt = In(zone, first, 9), ArrivedAt = In(zone, first, 10), LastToldAt = In(zone, first, 10),
        };

        var sent = Forward(visit, workplace, In(zone, first, 10), In(zone, first.PlusDays(365), 0));

        var hours = Local(sent.Where(message => !AtAnyHour.Contains(message.Kind)), zone);
        Assert.All(hours, at => Assert.InRange(at.TimeOfDay, new LocalTime(8, 30), new LocalTime(17, 59, 59)));
        foreach (var daily in new[] { "clear_site", "tools_away", "close_the_day" })
        {
            var days = Local(Of(sent, daily), zone).Select(at => at.Date).ToList();
            Assert.Equal(Enumerable.Range(0, 365).Select(first.PlusDays), days);
        }

        Assert.Equal(Enumerable.Range(1, 52).Select(week => first.PlusDays(7 * week)), Local(Of(sent, "weekly_progress"), zone).Select(at => at.Date));

        // Each overdue week goes up once; the last two are not over.
        Assert.Equal(51, sent.Count(message => message.Kind == ReminderMessages.Overdue));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Over_a_year_of_leavings_each_follow_up_is_reminded_of_three_times_warned_of_once_and_goes_up_once(string name)
    {
        var (workplace, zone) = At(name);
        for (var day = new LocalDate(2026, 1, 1); day.Year == 2026; day = day.PlusDays(1))
        {
            var left = In(zone, day, 2 + day.DayOfYear * 7 % 22);
            var visit = Nights.Of("upgrade", workplace) with
            {
                StartedAt = left - Duration.FromHours(6), ArrivedAt = left - Duration.FromHours(5), Left = new Departure(LeavingMode.ForGood, left, null), LastToldAt = left,
            };

            var sent = Forward(visit, workplace, left, left + Duration.FromDays(6)).Where(message => ReminderData.Read(message.Data).Duty == "follow_up").ToList();

            LocalDateTime Morning(int after) => day.PlusDays(after) + new LocalTime(8, 30);
            Assert.Equal([Morning(1), Morning(2), Morning(3)], Local(sent.Where(message => message.Kind == ReminderMessages.Duty), zone));
            Assert.Equal([Morning(3)], Local(sent.Where(message => message.Kind == ReminderMessages.Lapses), zone));
            Assert.Equal([Morning(4)], Local(sent.Where(message => message.Kind == ReminderMessages.Overdue), zone));
        }
    }

    // As the outbox does it: a new plan replaces what waits, a key that went out stays out, and what is due goes out at its moment.
    // Plans are reckoned at odd hours, so that many of them fall in the night.
    private static List<OutgoingMessage> Forward(Visit visit, Workplace workplace, Instant from, Instant to)
    {
        var sent = new List<OutgoingMessage>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var now = from; now < to; now += Duration.FromHours(31))
        {
            var next = Instant.Min(now + Duration.FromHours(31), to);
            foreach (var message in visit.Agenda(now, workplace).Where(message => message.DueAt < next).OrderBy(message => message.DueAt))
            {
                if (keys.Add(message.Key))
                {
                    sent.Add(message.DueAt >= now ? message : message with { DueAt = now });
                }
            }
        }

        return sent;
    }

    private static IEnumerable<OutgoingMessage> Of(IEnumerable<OutgoingMessage> sent, string duty) =>
        sent.Where(message => message.Kind == ReminderMessages.Duty && ReminderData.Read(message.Data).Duty == duty);

    private static LocalDateTime[] Local(IEnumerable<OutgoingMessage> sent, DateTimeZone zone) => [.. sent.Select(message => message.DueAt.InZone(zone).LocalDateTime)];

    private static Instant In(DateTimeZone zone, LocalDate day, int hour) => new SiteClock(zone, Nights.At(0, 0)).At(day, new LocalTime(hour, 0));

    private static (Workplace Workplace, DateTimeZone Zone) At(string zone) =>
        (Night.With("timeZone: Asia/Shanghai", "timeZone: " + zone), DateTimeZoneProviders.Tzdb[zone]);
}
