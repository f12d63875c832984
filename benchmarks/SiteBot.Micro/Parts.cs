using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SiteBot.Answers;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Host.Local;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Storage.Sqlite;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Micro;

/// <summary>What turns are made of, on the sample's visit and directory.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Parts
{
    private const string Upgrade =
        """{"now":"2026-03-10T23:30:00+08:00","evidence":{"backup":{"at":"2026-03-10T22:00:00+08:00","location":"disk","verified":true,"equipment":"MSC-1"},"rollback":{"ready":true,"minutes":30},"documents_read":{"confirmed":true},"version_released":{"status":"released","version":"V3.08.21"},"customer_consent":{"decision":"approved","written":true,"by":"Zhang","at":"2026-03-10T20:00:00+08:00","scope":{"kind":"upgrade","equipment":"MSC-1","targetVersion":"V3.08.21","from":"2026-03-11T00:00:00+08:00","to":"2026-03-11T06:00:00+08:00"}}},"site":{"id":"S-1","timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade","equipment":"MSC-1","targetVersion":"V3.08.21","durationMinutes":120,"engineerIsSure":true}}""";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-micro-").FullName;
    private Workplace _workplace = null!;
    private Facts _facts = null!;
    private CardDeck _deck = null!;
    private BuiltInReaders _readers = null!;
    private SqliteStore _store = null!;
    private Visit _visit = null!;
    private GateAnswer _answer = null!;
    private int _told;

    /// <summary>Loads what ships and puts the sample's visit into a store.</summary>
    [GlobalSetup]
    public void Load() => Prepare().GetAwaiter().GetResult();

    private async Task Prepare()
    {
        var files = WorkplaceFiles.Of(null, null);
        _workplace = WorkplaceKeeper.Load(files.Dialogs, files.Directory).Current;
        _facts = FactsReader.TryRead(Encoding.UTF8.GetBytes(Upgrade), _workplace.Gate, out var facts, out var refusal) ? facts : throw new InvalidOperationException(refusal.ToString());
        _deck = CardDeck.Load(Path.Combine(AppContext.BaseDirectory, "cards"));
        _readers = SiteBot.Host.Readers.ReadersOfHost.Load(files.Dialogs);
        _store = await SqliteStore.Open(Path.Combine(_folder, "micro.db"));
        await _store.Ledger.Commit(SampleVisit.Of(_workplace)!);
        _visit = Snapshot()!;
        _answer = AskGate.Decide(new GateAsking(_visit, null, null, SampleVisit.Opening, _visit.Lead, "micro"), _workplace, []).Answer!;
    }

    /// <summary>Closes the store and clears away.</summary>
    [GlobalCleanup]
    public void Clear()
    {
        _store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The gate alone: an upgrade with evidence, consent and window.</summary>
    [Benchmark(Description = "gate decision")]
    public object Gate() => Gatekeeper.Decide(_facts, _workplace.Gate);

    /// <summary>The whole answer in a visit: facts, decision, its record, conflicts.</summary>
    [Benchmark(Description = "\"can I now?\" in a visit, with its record")]
    public object Asked() => AskGate.Decide(new GateAsking(_visit, null, null, SampleVisit.Opening, _visit.Lead, "micro"), _workplace, []).Answer!.Write;

    /// <summary>The verdict's card, its fields filled in and expanded.</summary>
    [Benchmark(Description = "card expansion: the verdict")]
    public object Card() => VerdictCard.Draw(_deck, _workplace, _visit, _answer, _visit.Lead, Checklist.Of(_visit, _workplace, SampleVisit.Opening), SampleVisit.Opening, Language.Zh);

    /// <summary>A question about the code of conduct.</summary>
    [Benchmark(Description = "retrieval: ask")]
    public object Ask() => _readers.Questions.Ask("机房里能抽烟吗");

    /// <summary>What a message wants.</summary>
    [Benchmark(Description = "intent of a message")]
    public object Intent() => _readers.Messages.Understand("凌晨两点可以升级吗");

    /// <summary>One fact on record, on the disk before it returns.</summary>
    [Benchmark(Description = "event append, durable")]
    public object Append()
    {
        var number = ++_told;
        var fact = new Fact("micro.told", 1, SampleVisit.Opening, SampleVisit.Opening, "li.ming", """{"what":"a fact of usual length, with some words in it"}""", Fact.NothingPrivate);
        var commit = new Commit { Streams = [new StreamWrite(new StreamId(string.Create(CultureInfo.InvariantCulture, $"micro/{number}")), 0, [fact], null, [])] };
        return _store.Ledger.Commit(commit).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The sample's visit from its snapshot.</summary>
    [Benchmark(Description = "snapshot read")]
    public Visit? Snapshot()
    {
        // A read from SQLite has ended when it returns.
        var view = _store.Ledger.Read(new LedgerQuery(null, null, [StreamId.Visit(SampleVisit.Id)], [], SiteBot.Ledger.Snapshot.ShapeNow), CancellationToken.None).Result;
        return VisitStream.Read(view.Streams[0]);
    }
}
