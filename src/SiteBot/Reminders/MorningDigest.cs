using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Reminders;

/// <summary>What the managers of a regional office read in the morning.</summary>
/// <param name="Due">All that is owed in its open visits.</param>
/// <param name="Unescalated">Visits whose service is down or degraded without an open alarm (6.5-1), by id.</param>
public sealed record DigestContent(ImmutableArray<DueLine> Due, ImmutableArray<string> Unescalated)
{
    /// <summary>True where there is nothing to read.</summary>
    public bool IsEmpty => Due.IsEmpty && Unescalated.IsEmpty;

    /// <summary>What came to somebody else since its owner left the directory.</summary>
    public ImmutableArray<DueLine> PassedOn => [.. Due.Where(line => line.PassedOnFrom is not null)];
}

/// <summary>A digest each morning to the head and the project managers of a regional office, at the beginning of its civil hours.</summary>
public static class MorningDigest
{
    /// <summary>The next digest after <paramref name="now"/> (exclusive): today's where its hour is still to come, else tomorrow's. Nothing where the regional
    /// office has nobody to read it. Its content is drawn when it is delivered; an empty one is overtaken.</summary>
    public static ImmutableArray<OutgoingMessage> Next(RegionalOffice office, Workplace workplace, Instant now)
    {
        var day = new SiteClock(office.Zone, now).DateOf(now);
        var today = MorningOf(office, day, now);
        return Of(office, workplace, today > now ? today : MorningOf(office, day.PlusDays(1), now));
    }

    private static Instant MorningOf(RegionalOffice office, LocalDate day, Instant near) => new CivilHours(
        new SiteClock(office.Zone, near), office.Policy.CivilHours ?? new DayWindow(new LocalTime(8, 30), new LocalTime(18, 0))).MorningOf(day);

    private static ImmutableArray<OutgoingMessage> Of(RegionalOffice office, Workplace workplace, Instant at)
    {
        var date = new SiteClock(office.Zone, at).DateOf(at);
        var readers = workplace.Directory.HoldersForOffice(Role.OfficeHead, office.Id, date)
            .Concat(workplace.Directory.HoldersForOffice(Role.ProjectManager, office.Id, date))
            .Select(holder => holder.Person.Id).Distinct(StringComparer.OrdinalIgnoreCase);
        var name = LocalDatePattern.Iso.Format(date);
        return
        [
            .. readers.Select(person => new OutgoingMessage(
                $"digest/{office.Id}/{name}/{Recipient.Person(person)}", Recipient.Person(person), Urgency.Routine, at, ReminderMessages.MorningDigest,
                StreamId.Standing, new ReminderData("", Office: office.Id, Date: name).Json(), Slot: null)),
        ];
    }

    /// <summary>All digests after <paramref name="from"/> (exclusive) and up to <paramref name="to"/> (inclusive).</summary>
    public static ImmutableArray<OutgoingMessage> Between(RegionalOffice office, Workplace workplace, Instant from, Instant to)
    {
        var all = ImmutableArray.CreateBuilder<OutgoingMessage>();
        var day = new SiteClock(office.Zone, from).DateOf(from);
        while (true)
        {
            var at = MorningOf(office, day, from);
            if (at > to)
            {
                return [.. all.DistinctBy(message => message.Key)];
            }

            if (at > from)
            {
                all.AddRange(Of(office, workplace, at));
            }

            day = day.PlusDays(1);
        }
    }

    /// <summary>What is read.</summary>
    /// <param name="visits">The regional office's open visits.</param>
    /// <param name="alarms">Its open alarms.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static DigestContent Content(IReadOnlyCollection<Visit> visits, IReadOnlyCollection<Alarm> alarms, Workplace workplace, Instant now) => new(
        WhatIsDue.Of(visits, person: null, workplace, now),
        [.. visits.Where(visit => IsUnescalated(visit, alarms)).Select(visit => visit.Id)]);

    /// <summary>True for an open visit whose service is down or degraded while no open alarm speaks of it (6.5-1).</summary>
    internal static bool IsUnescalated(Visit visit, IReadOnlyCollection<Alarm> alarms) =>
        visit.IsOpen && visit.ServiceState != default && !alarms.Any(alarm => IsOf(alarm, visit));

    private static bool IsOf(Alarm alarm, Visit visit) =>
        alarm.IsOpen && !alarm.Drill
        && (alarm.Reports.Any(report => report.Visit == visit.Id) || alarm.Visit == visit.Id || string.Equals(alarm.Site, visit.Site, StringComparison.OrdinalIgnoreCase));
}
