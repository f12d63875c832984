using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SiteBot.Endurance;
using SiteBot.Host.Delivery;
using SiteBot.Host.Doors;
using SiteBot.Host.Settings;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>Delivery more than five minutes behind alarms the administrators.</summary>
public sealed class LagWatchTests : IAsyncLifetime
{
    private static readonly SiteBotOptions InTeams = SiteBotOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MicrosoftAppId"] = "5f0e", ["MicrosoftAppType"] = "SingleTenant", ["MicrosoftAppTenantId"] = "7c1f", ["MicrosoftAppPassword"] = "secret",
    }).Build());

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-lag-").FullName;
    private readonly Clock _clock = new() { Now = FieldCrew.Night };
    private readonly DeliveryLag _metrics = new();
    private SqliteStore _store = null!;
    private LagWatch _watch = null!;

    public async Task InitializeAsync()
    {
        _store = await SqliteStore.Open(Path.Combine(_folder, "sitebot.db"));
        _watch = Watch(_store.Ledger);
    }

    public async Task DisposeAsync()
    {
        _watch.Dispose();
        _metrics.Dispose();
        await _store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Five_minutes_behind_is_no_alarm_yet_a_second_more_is_one_to_each_administrator()
    {
        await Owe("m", FieldCrew.Night);
        await Look(after: 300);
        Assert.Empty(await Alarms());
        await Look(after: 301);
        var alarm = Assert.Single(await Alarms());
        Assert.Equal((Recipient.Person("head"), Urgency.Urgent), (alarm.To, alarm.Urgency));
        Assert.Equal(new DeliveryBehindData(FieldCrew.Night, 1), DeliveryBehindData.Read(alarm.Data));
    }

    [Fact]
    public async Task One_alarm_is_raised_while_it_stays_behind()
    {
        await Owe("m", FieldCrew.Night);
        await Look(after: 400);
        await Look(after: 4000);
        Assert.Single(await Alarms());
    }

    [Fact]
    public async Task Two_hosts_that_see_the_same_lag_raise_one_alarm()
    {
        await Owe("m", FieldCrew.Night);
        await Look(after: 400);
        using var other = Watch(_store.Ledger);
        await other.Look(CancellationToken.None);
        Assert.Single(await Alarms());
    }

    [Fact]
    public async Task Caught_up_and_behind_again_is_another_alarm()
    {
        await Owe("m", FieldCrew.Night);
        await Look(after: 400);
        await Settle();
        await Look(after: 401);
        await Owe("later", FieldCrew.Night + Duration.FromMinutes(20));
        await Look(after: 1200 + 301);
        Assert.Equal(2, (await Alarms()).Select(alarm => DeliveryBehindData.Read(alarm.Data).Since).Distinct().Count());
    }

    [Fact]
    public async Task An_alarm_that_could_not_be_kept_is_raised_at_the_next_look()
    {
        var ledger = new FailingOnce(_store.Ledger);
        using var watch = Watch(ledger);
        await Owe("m", FieldCrew.Night);
        _clock.Now = FieldCrew.Night + Duration.FromSeconds(400);
        await watch.Look(CancellationToken.None);
        Assert.Empty(await Alarms());
        await watch.Look(CancellationToken.None);
        Assert.Single(await Alarms());
    }

    private LagWatch Watch(ILedger ledger)
    {
        var workplace = FieldCrew.Workplace(1, Dialogs.Shipped);
        var watch = new OutboxWatch(_store.Outbox, _clock, new FastTime(1), InTeams);
        return new LagWatch(watch, ledger, new Company(workplace), _clock, _metrics, new DeliveryOptions(), new FastTime(1), NullLogger<LagWatch>.Instance);
    }

    private async Task Look(int after)
    {
        _clock.Now = FieldCrew.Night + Duration.FromSeconds(after);
        await _watch.Look(CancellationToken.None);
    }

    private async Task Owe(string key, Instant due) => await _store.Ledger.Commit(new Commit
    {
        Outgoing = [new OutgoingMessage(key, Recipient.Person("p0000"), Urgency.Routine, due, "word", StreamId.Visit("none"), "{}", Slot: null)],
    });

    private async Task Settle()
    {
        var claimed = await _store.Outbox.Claim(_clock.Now, "host", Duration.FromSeconds(30), 100, CancellationToken.None);
        await _store.Outbox.Settle("host", [.. claimed.Select(message => new DeliveryReport.Sent(message.Message.Key, null))], CancellationToken.None);
    }

    private async Task<IReadOnlyList<OutgoingMessage>> Alarms()
    {
        List<OutgoingMessage> alarms = [];
        foreach (var state in (DeliveryState[])[DeliveryState.Waiting, DeliveryState.Sent])
        {
            alarms.AddRange((await _store.Outbox.List(state, 100, CancellationToken.None)).Select(entry => entry.Message).Where(message => message.Kind == DeliveryBehind.Kind));
        }

        return alarms;
    }

    private sealed class Clock : IBusinessClock
    {
        public Instant Now { get; set; }
    }

    private sealed record Company(Workplace Current) : IWorkplace;

    private sealed class FailingOnce(ILedger ledger) : ILedger
    {
        private bool _failed;

        public ValueTask<LedgerView> Read(LedgerQuery query, CancellationToken cancellation) => ledger.Read(query, cancellation);

        public ValueTask<DecisionWrite?> Decision(string id, CancellationToken cancellation) => ledger.Decision(id, cancellation);

        public ValueTask<IReadOnlyList<DecisionWrite>> Decisions(StreamId stream, int limit, CancellationToken cancellation) => ledger.Decisions(stream, limit, cancellation);

        public ValueTask<string?> Text(string hash, CancellationToken cancellation) => ledger.Text(hash, cancellation);

        public ValueTask<CommitOutcome> Commit(Commit commit)
        {
            if (_failed)
            {
                return ledger.Commit(commit);
            }

            _failed = true;
            throw new StoreException("The store does not answer.");
        }
    }
}
