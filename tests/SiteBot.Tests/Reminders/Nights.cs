using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;

namespace SiteBot.Tests.Reminders;

/// <summary>Visits at the shipped directory's Beijing site, for their reminders.</summary>
internal static class Nights
{
    /// <summary>The day on which visits begin here, a Tuesday.</summary>
    public static readonly LocalDate Tuesday = new(2026, 3, 10);

    public static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static Instant At(int day, int hour, int minute = 0) => (Tuesday.PlusDays(day) + new LocalTime(hour, minute)).InZoneLeniently(Beijing).ToInstant();

    public static Visit Of(string service, Workplace? workplace = null) => new()
    {
        Id = "v7", Version = 4, Service = service, Procedure = (workplace ?? Night.Place).Procedures.InForce(service)!.ContentHash,
        Office = "BJ", Site = "BJ-042", Customer = "CM-BJ", Lead = Night.Engineer, StartedAt = At(0, 9), LastToldAt = At(0, 9),
        Plan = new WorkPlan { Product = "MSC", Equipment = "MSC-1" },
    };

    public static Visit Upgrade => Of("upgrade");

    /// <summary>Left for good on Tuesday at three in the afternoon.</summary>
    public static Visit Left => Upgrade with { ArrivedAt = At(0, 10), Left = new Departure(LeavingMode.ForGood, At(0, 15), null) };

    public static Procedure ProcedureOf(Visit visit, Workplace? workplace = null) => (workplace ?? Night.Place).Procedures.Of(visit.Service, visit.Procedure);

    public static ImmutableArray<OutgoingMessage> Agenda(this Visit visit, Instant now, Workplace? workplace = null) =>
        SiteBot.Reminders.Agenda.Of(visit, ProcedureOf(visit, workplace), workplace ?? Night.Place, now);

    /// <summary>When and whom, of the messages of a kind about a duty, a request or an operation's moment.</summary>
    public static (Instant At, string Who)[] Of(this IEnumerable<OutgoingMessage> plan, string kind, string? what = null) =>
    [
        .. plan.Where(message => message.Kind == kind).Where(message => what is null || Names(ReminderData.Read(message.Data)).Contains(what))
            .Select(message => (message.DueAt, message.To.Id)).OrderBy(line => line.DueAt),
    ];

    public static StepRecord Told(string step, Instant at, StepOutcome outcome = StepOutcome.Done) => new(
        step, outcome, ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, SiteBot.Ledger.PrivateText>.Empty, [], at, at, Night.Engineer);

    public static Visit With(this Visit visit, StepRecord told) => visit with { Steps = visit.Steps.SetItem(told.Step, told) };

    public static Visit With(this Visit visit, string duty, Func<DutyRecord, DutyRecord> change) =>
        visit with { Duties = visit.Duties.SetItem(duty, change(visit.Duties.GetValueOrDefault(duty) ?? new DutyRecord())) };

    public static ConsentRequest Asked(Instant window, Instant askedAt, bool urgent = false, params string[] of) => new(
        "r1", ApproverRole.ProductSupport, new("upgrade", "MSC-1", "V3.08.21", window, window + Duration.FromHours(4)), [.. of], Night.Engineer, askedAt, urgent);

    private static string?[] Names(ReminderData data) => [data.Duty, data.Request, data.What];
}
