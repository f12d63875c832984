using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SiteBot.Host.Local;
using SiteBot.Host.Settings;
using SiteBot.Host.Workers;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Visits;

namespace SiteBot.Host.Tests.Serving;

public sealed class WorkerTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task Names_of_a_visit_that_ended_long_ago_are_blanked_photos_are_deleted_and_the_chain_holds()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var photo = await trial.Get<IEvidenceFiles>().Put(new byte[] { 1 }, "image/jpeg", SampleVisit.Opening, CancellationToken.None);
        var form = await trial.Get<IEvidenceFiles>().Put(new byte[] { 2 }, "application/pdf", SampleVisit.Opening, CancellationToken.None);
        var retention = Retention(trial);
        await Tell(trial, new VisitEvent.Cancelled(PrivateText.Of("The operator moved it.")));
        await trial.Get<Time.DemoClock>().Forward(SampleVisit.Opening + Duration.FromDays(729), CancellationToken.None);
        await retention.Once(CancellationToken.None);
        Assert.Equal("周经理", (await Visit(trial)).ContactName!.Value);
        Assert.Null(await trial.Get<IEvidenceFiles>().Get(photo, CancellationToken.None));
        Assert.NotNull(await trial.Get<IEvidenceFiles>().Get(form, CancellationToken.None));

        await trial.Get<Time.DemoClock>().Forward(SampleVisit.Opening + Duration.FromDays(731), CancellationToken.None);
        await retention.Once(CancellationToken.None);
        var visit = await Visit(trial);
        Assert.Equal((null, null), (visit.ContactName!.Value, visit.ContactPhone!.Value));
        Assert.All(visit.Steps.Values.SelectMany(step => step.Private.Values), text => Assert.Null(text.Value));
        Assert.True((await ChainAudit.Of(trial.Get<ILedgerArchive>(), CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task An_open_visit_keeps_its_names_however_old_it_is()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        await trial.Get<Time.DemoClock>().Forward(SampleVisit.Opening + Duration.FromDays(3000), CancellationToken.None);
        await Retention(trial).Once(CancellationToken.None);
        Assert.Equal("周经理", (await Visit(trial)).ContactName!.Value);
    }

    [Fact]
    public async Task The_days_head_goes_to_each_channel_once_its_morning_has_begun()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Clock:Start", "2026-03-10T08:29:00+08:00"));
        var head = new DailyHead(
            trial.Get<ILedger>(), trial.Get<ILedgerArchive>(), trial.Get<IWorkplace>(), trial.Get<IBusinessClock>(), trial.Get<TimeProvider>(), NullLogger<DailyHead>.Instance);
        await head.Once(CancellationToken.None);
        Assert.Empty(await Told(trial, AuditHead.Kind));
        await trial.Get<Time.DemoClock>().Forward(Instant.FromUtc(2026, 3, 10, 0, 30), CancellationToken.None);
        await head.Once(CancellationToken.None);
        await head.Once(CancellationToken.None);
        var told = Assert.Single(await Told(trial, AuditHead.Kind));
        Assert.Equal(("audit-head/2026-03-10/BJ", Recipient.Channel("BJ")), (told.Key, told.To));
        Assert.Contains(await ChainAudit.Head(trial.Get<ILedgerArchive>(), CancellationToken.None), HostNotices.Words(told, trial.Get<IWorkplace>().Current.Directory)!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_an_alarm_would_not_reach_is_told_to_an_administrator_who_can_be_reached()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var test = new SelfTest(trial.Get<IAddressBook>(), trial.Get<ILedger>(), trial.Get<IWorkplace>(), trial.Get<IBusinessClock>(), trial.Get<TimeProvider>(), NullLogger<SelfTest>.Instance);
        await test.Once(CancellationToken.None);
        Assert.Empty(await Told(trial, ReachTest.Kind));
        foreach (var to in (Recipient[])[Recipient.Person("root.admin"), Recipient.Person("wang.fang"), Recipient.Channel("BJ")])
        {
            await trial.Get<IAddressBook>().Learn(new Address(to, "{}", "https://smba.example/", "t", SampleVisit.Opening), CancellationToken.None);
        }

        await test.Once(CancellationToken.None);
        var told = Assert.Single(await Told(trial, ReachTest.Kind));
        Assert.Equal(Recipient.Person("root.admin"), told.To);
        Assert.Equal(
            "Have these people write to me, and add me to these channels; until then no alarm and no request reaches them: the channel of Berlin regional office, Zhao Lei, Chen Yu, Karl Weiss.",
            HostNotices.Words(told, trial.Get<IWorkplace>().Current.Directory)!.En);
    }

    public void Dispose() => _folder.Dispose();

    private static Retention Retention(HostOnTrial trial) => new(
        trial.Get<Func<Duration, CancellationToken, ValueTask<Pruned>>>(), trial.Get<IEvidenceFiles>(), trial.Get<ILedger>(), trial.Get<ILedgerArchive>(), trial.Get<IBusinessClock>(),
        trial.Get<SiteBotOptions>(), trial.Get<TimeProvider>(), NullLogger<Retention>.Instance);

    private static async Task Tell(HostOnTrial trial, VisitEvent e)
    {
        var change = VisitChange.Of(await Visit(trial)).Tell(e, SampleVisit.Opening, SampleVisit.Opening, "li.ming");
        Assert.IsType<CommitOutcome.Kept>(await trial.Get<ILedger>().Commit(new Commit { Streams = [VisitStream.Write(change.Before, change.After, change.Facts)] }));
    }

    private static async Task<Visit> Visit(HostOnTrial trial)
    {
        var view = await trial.Get<ILedger>().Read(new LedgerQuery(null, null, [StreamId.Visit(SampleVisit.Id)], [], Snapshot.ShapeNow), CancellationToken.None);
        return VisitStream.Read(view.Streams[0])!;
    }

    private static async Task<IReadOnlyList<OutgoingMessage>> Told(HostOnTrial trial, string kind) =>
        [.. (await trial.Get<IOutbox>().List(DeliveryState.Waiting, 1000, CancellationToken.None)).Select(entry => entry.Message).Where(message => message.Kind == kind)];
}
