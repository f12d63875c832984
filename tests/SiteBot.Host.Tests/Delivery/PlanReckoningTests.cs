using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Host.Delivery;
using SiteBot.Host.Local;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Storage;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>What is owed is reckoned anew by the host, not by turns alone.</summary>
public sealed class PlanReckoningTests : IAsyncLifetime
{
    private static readonly Instant Now = SampleVisit.Opening;
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Repository.At("dialogs"));
    private static readonly GateRules Rules = GateRules.Load(Repository.At("dialogs"));
    private static readonly string Sample = File.ReadAllText(Repository.At("dialogs/sample-directory.yaml"));
    private static readonly Workplace Place = With(Sample);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-plans-").FullName;
    private readonly Clock _clock = new() { Now = Now };
    private readonly Company _company = new() { Current = Place };
    private IStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await SqliteStore.Open(Path.Combine(_folder, "sitebot.db"));

        // The visit alone: as if its turn's plan had been lost.
        await _store.Ledger.Commit(SampleVisit.Of(Place)! with { Plans = [] });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_an_open_visit_owes_is_reckoned()
    {
        await Keeper().CatchUp(default);
        var planned = (await Waiting()).Where(message => message.About == StreamId.Visit(SampleVisit.Id)).ToList();
        Assert.NotEmpty(planned);
        Assert.Equal(SampleVisit.Of(Place)!.Plans.Single().Messages.Select(message => message.Key).Order(), planned.Select(message => message.Key).Order());
    }

    [Fact]
    public async Task What_somebody_owed_who_leaves_the_directory_passes_to_the_head_of_the_regional_office()
    {
        var keeper = Keeper();
        await keeper.CatchUp(default);
        Assert.Contains(await Waiting(), message => message.To == Recipient.Person("li.ming"));

        _company.Current = With(Sample.Replace("id: li.ming", "id: li.successor", StringComparison.Ordinal).Replace("{id: li.ming", "{id: li.successor", StringComparison.Ordinal));
        await keeper.CatchUp(default);

        var after = await Waiting();
        Assert.DoesNotContain(after, message => message.To == Recipient.Person("li.ming"));
        Assert.Contains(after, message => message.To == Recipient.Person("wang.fang") && message.Data.Contains("li.ming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_regional_office_gets_a_digest_each_morning_and_none_of_before()
    {
        await Keeper().CatchUp(default);
        var digests = (await Waiting()).Where(message => message.Kind == ReminderMessages.MorningDigest).ToList();
        var head = digests.Where(message => message.To == Recipient.Person("wang.fang")).Select(message => message.DueAt).Order().ToList();
        Assert.Equal(35, head.Count);
        Assert.Equal(Instant.FromUtc(2026, 3, 11, 0, 30), head[0]);
        Assert.All(digests, message => Assert.True(message.DueAt > Now));
        Assert.Contains(digests, message => message.To == Recipient.Person("karl.weiss"));
    }

    [Fact]
    public async Task What_fell_due_and_was_not_sent_yet_is_not_lost_to_a_new_reckoning()
    {
        var keeper = Keeper();
        await keeper.CatchUp(default);
        var first = (await Waiting()).Where(message => message.Kind == ReminderMessages.MorningDigest).MinBy(message => message.DueAt)!;
        _clock.Now = first.DueAt + Duration.FromHours(30);
        await Keeper().CatchUp(default);
        Assert.Contains(await Waiting(), message => message.Key == first.Key);
    }

    [Fact]
    public async Task It_is_reckoned_at_the_start_once_a_day_and_when_the_directory_changes()
    {
        var keeper = Keeper();
        Assert.Null(keeper.Next);
        await keeper.CatchUp(default);
        Assert.Equal(Now + Duration.FromDays(1), keeper.Next);
        var last = await LastDigest();

        _clock.Now = Now + Duration.FromHours(23);
        await keeper.CatchUp(default);
        Assert.Equal(last, await LastDigest());

        _clock.Now = Now + Duration.FromDays(1);
        await keeper.CatchUp(default);
        Assert.Equal(last + Duration.FromDays(1), await LastDigest());
    }

    [Fact]
    public async Task A_plan_of_a_closed_visit_stays_empty()
    {
        var keeper = Keeper();
        await keeper.CatchUp(default);
        var before = await Visit();
        var change = Visits.VisitChange.Of(before).Tell(new Visits.VisitEvent.Closed(), Now, Now, "li.ming");
        await _store.Ledger.Commit(new Commit
        {
            Streams = [Visits.VisitStream.Write(change.Before, change.After, change.Facts)],
            Plans = [new PlanWrite(before.Stream, [])],
        });
        _clock.Now = Now + Duration.FromDays(1);
        await keeper.CatchUp(default);
        Assert.DoesNotContain(await Waiting(), message => message.About == before.Stream);
    }

    private static Workplace With(string directory) => Workplace.Of(Catalogue, Rules, DirectoryReader.Read("sample-directory.yaml", directory));

    private AgendaKeeper Keeper() => new(
        new PlanReckoning(_store.Ledger, _store.Archive, NullLogger<PlanReckoning>.Instance), _store.Settings, _company, _clock, new Endurance.FastTime(1), NullLogger<AgendaKeeper>.Instance);

    private async Task<List<OutgoingMessage>> Waiting() => [.. (await _store.Outbox.List(DeliveryState.Waiting, 10_000, default)).Select(entry => entry.Message)];

    private async Task<Instant> LastDigest() =>
        (await Waiting()).Where(message => message.Kind == ReminderMessages.MorningDigest && message.To == Recipient.Person("wang.fang")).Max(message => message.DueAt);

    private async Task<Visits.Visit> Visit()
    {
        var view = await _store.Ledger.Read(new LedgerQuery(null, null, [StreamId.Visit(SampleVisit.Id)], [], Snapshot.ShapeNow), default);
        return Visits.VisitStream.Read(view.Streams.Single())!;
    }

    private sealed class Clock : IBusinessClock
    {
        public Instant Now { get; set; }
    }

    private sealed class Company : IWorkplace
    {
        public Workplace Current { get; set; } = null!;
    }
}
