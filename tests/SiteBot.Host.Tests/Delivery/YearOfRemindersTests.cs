using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Endurance;
using SiteBot.Gate;
using SiteBot.Host.Delivery;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Storage.Sqlite;
using SiteBot.Visits;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>A clock forwarded over a year in five zones, over a real store: plans reckoned anew, claimed, sent and settled as a host does it.</summary>
public sealed class YearOfRemindersTests : IAsyncLifetime
{
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
    private static readonly string[] Daily = ["clear_site", "tools_away", "close_the_day"];
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly Duration Reckoned = Duration.FromDays(5);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-year-").FullName;
    private readonly Workplace _place = Workplace.Of(ProcedureCatalogue.Load(Dialogs.Shipped), GateRules.Load(Dialogs.Shipped), DirectoryReader.Read("five.yaml", FiveOffices()));
    private readonly Clock _clock = new();
    private readonly List<Sent> _sent = [];
    private SqliteStore _store = null!;

    public async Task InitializeAsync() => _store = await SqliteStore.Open(Path.Combine(_folder, "sitebot.db"));

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_reminder_of_a_year_in_five_zones_is_sent_once_and_in_civil_hours_both_nights_of_the_clocks_changes_included()
    {
        await Forward(until: In(Zones[2], First.PlusDays(365), 0));

        // Once: no key twice, nothing given up, nothing left that was due.
        Assert.Equal(_sent.Count, _sent.Select(sent => sent.Message.Key).Distinct().Count());
        Assert.Empty(await _store.Outbox.List(DeliveryState.GivenUp, 10, CancellationToken.None));
        Assert.All(_sent, sent => Assert.Equal(sent.Message.DueAt, sent.At));

        // None outside civil hours; the kinds that may come at any hour are alarms, silence and running operations, and there are none here.
        Assert.All(_sent.Where(sent => !sent.Message.To.IsChannel), sent => Assert.InRange(Local(sent).TimeOfDay, new LocalTime(8, 30), new LocalTime(17, 59, 59)));

        // Each day has each daily reminder, the days of the clock's changes among them; each week its report, and each overdue one climbs once.
        for (var zone = 0; zone < Zones.Length; zone++)
        {
            foreach (var daily in Daily)
            {
                Assert.Equal(Enumerable.Range(0, 364).Select(First.PlusDays), Days(zone, daily).Take(364));
            }

            Assert.Equal(Enumerable.Range(1, 51).Select(week => First.PlusDays(7 * week)), Days(zone, "weekly_progress").Take(51));
            var head = Recipient.Person($"head{zone}");
            Assert.Equal(364, _sent.Where(sent => sent.Message.Kind == ReminderMessages.MorningDigest && sent.Message.To == head).Select(sent => Local(sent).Date).Distinct().Take(364).Count());
            var overdue = _sent.Where(sent => sent.Message.Kind == ReminderMessages.Overdue && sent.Message.To == head).ToList();
            Assert.InRange(overdue.Count, 50, 52);
        }
    }

    private async Task Forward(Instant until)
    {
        var begins = Zones.Select((zone, number) => (At: In(zone, First, 10), Number: number)).OrderBy(begin => begin.At).ToList();
        _clock.Now = begins[0].At;
        using var keeper = new AgendaKeeper(
            new PlanReckoning(_store.Ledger, _store.Archive, NullLogger<PlanReckoning>.Instance), _store.Settings, new Company(_place), _clock, new FastTime(1), NullLogger<AgendaKeeper>.Instance);
        var reckon = _clock.Now;
        while (_clock.Now < until)
        {
            while (begins.Count > 0 && begins[0].At <= _clock.Now)
            {
                await Begin(begins[0].Number);
                begins.RemoveAt(0);
            }

            if (_clock.Now >= reckon)
            {
                await keeper.CatchUp(CancellationToken.None);
                reckon = _clock.Now + Reckoned;
            }

            await Deliver();
            var due = await _store.Outbox.NextDue(_clock.Now, CancellationToken.None) ?? until;
            _clock.Now = Instant.Min(Instant.Min(due, reckon), begins.Count > 0 ? begins[0].At : until);
        }
    }

    private async Task Begin(int number)
    {
        var procedure = _place.Procedures.InForce("installation")!;
        var change = VisitChange.Of(VisitFold.Begin($"v{number}"))
            .Tell(new VisitEvent.Started(procedure.Service, procedure.ContentHash, $"O{number}", $"S{number}", "CM", $"eng{number}", null, null), _clock.Now, _clock.Now, $"eng{number}")
            .Tell(new VisitEvent.Arrived(), _clock.Now, _clock.Now, $"eng{number}");
        Assert.IsType<CommitOutcome.Kept>(await _store.Ledger.Commit(VisitCommit.Of(change, _place, _clock.Now)));
    }

    private async Task Deliver()
    {
        while (await _store.Outbox.Claim(_clock.Now, "host", Duration.FromSeconds(30), 1000, CancellationToken.None) is { Count: > 0 } claimed)
        {
            var order = DeliveryOrder.Of(claimed);
            var taken = order.Queues.SelectMany(queue => queue.Messages).ToList();
            _sent.AddRange(taken.Select(one => new Sent(one.Message, _clock.Now)));
            await _store.Outbox.Settle("host", [.. order.Overtaken, .. taken.Select(one => new DeliveryReport.Sent(one.Message.Key, null))], CancellationToken.None);
        }
    }

    private IEnumerable<LocalDate> Days(int zone, string duty) => _sent
        .Where(sent => sent.Message.Kind == ReminderMessages.Duty && ReminderData.Read(sent.Message.Data) is var data && data.Duty == duty && data.Visit == $"v{zone}")
        .Select(sent => Local(sent).Date);

    // Everybody's id ends with the number of their zone; the administrator lives in the first.
    private static LocalDateTime Local(Sent sent) =>
        sent.At.InZone(DateTimeZoneProviders.Tzdb[Zones[char.IsAsciiDigit(sent.Message.To.Id[^1]) ? sent.Message.To.Id[^1] - '0' : 0]]).LocalDateTime;

    private static Instant In(string zone, LocalDate day, int hour) => (day + new LocalTime(hour, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    private static string FiveOffices()
    {
        var (offices, sites, people) = (new StringBuilder("offices:\n"), new StringBuilder("sites:\n"), new StringBuilder("people:\n"));
        for (var number = 0; number < Zones.Length; number++)
        {
            offices.AppendLine($"  - {{id: O{number}, name: {{zh: 办事处{number}, en: Office {number}}}, language: en, timeZone: {Zones[number]}, channel: {{teamId: t{number}, channelId: c{number}}}, policy: {{}}}}");
            sites.AppendLine($"  - {{id: S{number}, name: {{zh: 机房{number}, en: Room {number}}}, office: O{number}, customer: CM, timeZone: {Zones[number]}, equipment: [{{id: MSC-1, product: MSC, version: V1}}]}}");
            people.AppendLine($"  - {{id: eng{number}, name: {{zh: 工{number}, en: Eng {number}}}, aadObjectId: e{number}, language: en, office: O{number}, roles: [engineer]}}");
            people.AppendLine($"  - {{id: pm{number}, name: {{zh: 项{number}, en: Manager {number}}}, aadObjectId: m{number}, language: en, office: O{number}, roles: [project_manager]}}");
            people.AppendLine($"  - {{id: head{number}, name: {{zh: 头{number}, en: Head {number}}}, aadObjectId: h{number}, language: en, office: O{number}, roles: [office_head]}}");
        }

        people.AppendLine("  - {id: sup0, name: {zh: 支, en: Support}, aadObjectId: s, language: en, office: O0, roles: [product_support, remote_support], products: [MSC]}");
        people.AppendLine("  - {id: admin, name: {zh: 管, en: Admin}, aadObjectId: a, language: en, office: O0, roles: [administrator]}");
        return offices + "customers:\n  - {id: CM, name: {zh: 运营商, en: Operator}, policy: {}}\nproducts:\n  - {id: MSC, name: {zh: 交换中心, en: Switching centre}, released: [V1]}\n" + sites + people;
    }

    private sealed record Sent(OutgoingMessage Message, Instant At);

    private sealed class Clock : IBusinessClock
    {
        public Instant Now { get; set; }
    }

    private sealed record Company(Workplace Current) : IWorkplace;
}
