using NodaTime;
using SiteBot.Gate;
using SiteBot.Host.Local;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Host.Tests.Serving;

public sealed class SampleTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_new_store_of_the_sample_holds_one_upgrade_that_may_begin_at_midnight()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var visit = (await Visit(trial))!;
        Assert.Equal(("upgrade", "BJ-042", "li.ming", "MSC-1", "V3.08.21"), (visit.Service, visit.Site, visit.Lead, visit.Plan.Equipment, visit.Plan.TargetVersion));
        Assert.Equal(Instant.FromUtc(2026, 3, 10, 16, 0), visit.Plan.From);
        Assert.Equal(Duration.FromHours(4), visit.Plan.To - visit.Plan.From);
        Assert.True(visit.IsOnSite);
        Assert.Empty(visit.Consents);
        Assert.DoesNotContain("backup", visit.Steps.Keys);
        var procedure = trial.Get<IWorkplace>().Current.Procedures.InForce("upgrade")!;
        Assert.All(visit.Steps.Values, record => Assert.Equal(
            procedure.FindStep(record.Step)!.Fields.Where(field => field.Required).Select(field => field.Id).Where(id => record.Value(id) is null), []));
    }

    [Fact]
    public async Task A_newcomers_first_question_finds_a_backup_and_two_consents_missing_and_nothing_else_but_the_hour()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Clock:Frozen", "true"));
        var now = trial.Get<IBusinessClock>().Now;
        var facts = VisitFacts.Of((await Visit(trial))!, OperationKind.Upgrade, now, now, trial.Get<IWorkplace>().Current);
        var verdict = Gatekeeper.Decide(facts, trial.Get<IWorkplace>().Current.Gate);
        Assert.Equal(VerdictKind.No, verdict.Kind);
        Assert.Equal(
            ["backup", "product_support_consent", "office_consent"],
            verdict.Checks.Where(check => check.State == CheckState.Missing).Select(check => check.Id));
        Assert.All(verdict.Checks.Where(check => check.State == CheckState.Fail), check => Assert.Equal(FixedBy.Time, check.FixedBy));
    }

    [Fact]
    public async Task A_restart_does_not_begin_the_sample_again()
    {
        await (await HostOnTrial.Start(_folder)).DisposeAsync();
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(1, (await Visit(trial))!.Steps.Values.Count(record => record.Step == "escort"));
        Assert.Single(await trial.Get<ILedgerArchive>().Heads("visit/", 10, CancellationToken.None), head => head.Stream.Noun == "visit");
    }

    [Theory]
    [InlineData("Clock:Start", "2026-03-10T15:00:00+08:00")]
    [InlineData("Local:Sample", "false")]
    public async Task Who_sets_a_clock_or_says_so_gets_a_store_without_it(string name, string value)
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: (name, value));
        Assert.Null(await Visit(trial));
    }

    [Fact]
    public async Task The_local_chat_shows_the_engineer_those_who_consent_and_the_channel_first()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var people = (await trial.Get("local-chat/people")).Body;
        Assert.Equal(["li.ming", "wang.fang", "zhao.lei", "#team-id"], people.GetProperty("firstShown").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(9, people.GetProperty("persons").GetArrayLength());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Visit?> Visit(HostOnTrial trial)
    {
        var view = await trial.Get<ILedger>().Read(new LedgerQuery(null, null, [StreamId.Visit(SampleVisit.Id)], [], Snapshot.ShapeNow), CancellationToken.None);
        return VisitStream.Read(view.Streams[0]);
    }
}
