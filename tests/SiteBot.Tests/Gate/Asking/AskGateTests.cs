using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Gate.Conflicts;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Standing;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Gate.Asking;

public sealed class AskGateTests
{
    [Fact]
    public void A_visit_with_everything_told_is_a_go_until_the_windows_end()
    {
        var answer = AllSet.Ask().Answered();

        Assert.Equal([], answer.Verdict.InTheWay.Select(check => check.Id));
        Assert.Equal((VerdictKind.Go, At(1, 2), At(1, 3, 30)), (answer.Verdict.Kind, answer.Verdict.StartBy!.Value, answer.Verdict.RollBackBy!.Value));
    }

    [Fact]
    public void The_decision_that_is_kept_replays_to_the_same_answer()
    {
        var answer = AllSet.Ask().Answered();
        var record = DecisionRecord.Read(answer.Commit.Decisions.Single());

        Assert.Equal(("v7.d1", "v7", Engineer), (record.Id, record.Visit, record.AskedBy));
        Assert.True(DecisionReplay.Of(record, Place.Gate).IsSame);
        Assert.Superset(new HashSet<string> { record.Versions.Rules, record.Versions.Directory, record.Versions.Standard }, answer.Texts.Select(text => text.Hash).ToHashSet());
        Assert.Empty(answer.Commit.Streams);
    }

    [Fact]
    public void A_decision_of_every_kind_on_a_strange_visit_can_be_replayed()
    {
        var strange = AllSet.Replanned(plan => plan with { Equipment = string.Concat(Enumerable.Repeat("😀", 900)), Product = "NONE", TargetVersion = "\u202Ex", DurationMinutes = -5, From = At(1, 4), To = At(1, 0), Live = false });
        foreach (var kind in Enum.GetValues<OperationKind>().Except([OperationKind.PowerOn, OperationKind.LeaveSite]))
        {
            Assert.True(DecisionReplay.Of(DecisionRecord.Read(strange.Ask(operation: kind).Answered().Write), Place.Gate).IsSame);
        }
    }

    [Fact]
    public void Asked_ahead_it_is_decided_for_that_moment_by_what_was_told_by_now()
    {
        var answer = AllSet.Ask(now: At(0, 23, 30), moment: At(1, 2)).Answered();

        Assert.Equal((true, At(1, 2), VerdictKind.Go), (answer.IsAhead, answer.Moment, answer.Verdict.Kind));
        Assert.Equal(VerdictKind.Wait, AllSet.Ask(now: At(0, 23, 30)).Answered().Verdict.Kind);
    }

    [Fact]
    public void Asked_for_a_moment_that_has_passed_it_is_decided_for_now()
    {
        var late = AllSet.Ask(moment: At(1, 0)).Answered();

        Assert.Equal((HalfPast, false), (late.Moment, late.IsAhead));
    }

    [Fact]
    public void Evidence_dated_ahead_of_now_does_not_count_however_far_ahead_is_asked()
    {
        var visit = AllSet.Step("escort", At(0, 23), ("by", "王五"), ("at", "2026-03-10T17:00:00Z"));

        Assert.Equal(CheckState.Missing, visit.Ask(now: At(0, 23, 30), moment: At(1, 2)).Answered().Verdict.Checks.Single(check => check.Id == "escort").State);
        Assert.Equal(CheckState.Pass, visit.Ask(now: At(1, 1), moment: At(1, 2)).Answered().Verdict.Checks.Single(check => check.Id == "escort").State);
    }

    [Fact]
    public void The_operation_of_the_plan_is_meant_where_none_is_named_and_asked_for_where_there_is_none()
    {
        Assert.Equal(OperationKind.Upgrade, AllSet.Ask().Answered().Kind);
        Assert.Equal(OperationKind.Hardware, AllSet.Ask(operation: OperationKind.Hardware).Answered().Kind);
        var maintenance = AllSet with { Service = "maintenance", Procedure = "", Plan = Plan with { Operation = null } };
        Assert.Equal(GateQuestion.WhichOperation, maintenance.Ask().Question);
    }

    [Fact]
    public void Of_a_visit_that_is_over_and_of_a_site_that_is_gone_nothing_is_decided()
    {
        AllSet.Told(new VisitEvent.Closed(), HalfPast).Ask().Refusal.Speaks("visit-ended");
        (AllSet with { Site = "GONE" }).Ask().Refusal.Speaks("site-unknown");
    }

    // ---- powering ----
    [Theory]
    [InlineData(null, null, true, false)]
    [InlineData(true, null, false, true)]
    [InlineData(false, null, false, false)]
    [InlineData(false, true, false, true)]
    [InlineData(null, false, false, false)]
    public void A_shelf_to_be_powered_is_asked_after_and_in_service_it_is_hardware(bool? planned, bool? told, bool asked, bool hardware)
    {
        var visit = AllSet.Replanned(plan => plan with { Live = planned });
        var reply = AskGate.Decide(new GateAsking(visit, OperationKind.PowerOn, null, HalfPast, Engineer, "d1") { ShelfInService = told }, Place, []);

        Assert.Equal(asked, reply.Question == GateQuestion.ShelfInService);
        Assert.Equal(asked, reply.Answer is null);
        Assert.Equal(hardware, reply.Answer?.AsHardware ?? false);
        if (reply.Answer is { } answer)
        {
            Assert.Equal(hardware, answer.Verdict.Checks.Any(check => check.Id == "office_consent"));
            Assert.Equal(hardware, answer.Facts.Service.Live);
        }
    }

    // ---- leaving ----
    private static Visit Over => AllSet.Step("service_normal", HalfPast).Step("clear_up", HalfPast);

    private static GateReply Leave(Visit visit, LeavingMode? how, string? watchedBy = null) =>
        AskGate.Decide(new GateAsking(visit, OperationKind.LeaveSite, null, HalfPast, Engineer, "d1") { Leaving = how, WatchedBy = watchedBy }, Place, []);

    private static string StateOf(GateReply reply, string check) => reply.Answered().Verdict.Checks.Single(c => c.Id == check).State.Name();

    [Fact]
    public void Leaving_is_asked_after_once_and_handing_over_needs_a_colleague()
    {
        Assert.Equal(GateQuestion.HowLeaving, Leave(Over, null).Question);
        Assert.Equal(GateQuestion.ToWhom, Leave(Over, LeavingMode.HandedOver).Question);
        Assert.Equal(GateQuestion.ToWhom, Leave(Over, LeavingMode.HandedOver, Engineer).Question);
        Assert.Equal(GateQuestion.ToWhom, Leave(Over, LeavingMode.HandedOver, "nobody").Question);
        Assert.Equal((LeavingMode.HandedOver, Colleague), (Leave(Over, LeavingMode.HandedOver, Colleague).Answered().Leaving!.Value, Leave(Over, LeavingMode.HandedOver, Colleague).Answered().WatchedBy));
    }

    [Fact]
    public void For_a_nights_rest_the_training_record_is_not_asked()
    {
        Assert.Equal("missing", StateOf(Leave(Over, LeavingMode.ForGood), "6.4-2"));
        Assert.Equal("not_applicable", StateOf(Leave(Over, LeavingMode.ForTheNight), "6.4-2"));
        Assert.Equal(VerdictKind.Go, Leave(Over, LeavingMode.ForTheNight).Answered().Verdict.Kind);
    }

    [Fact]
    public void After_a_cutover_nobody_leaves_unless_a_named_colleague_watches()
    {
        var cutover = Over with
        {
            Service = "cutover", Procedure = Place.Procedures.InForce("cutover")!.ContentHash,
            Operations = [new OperationRun("cutover", "d0", At(0, 20), null, null) { Outcome = OperationOutcome.Done, EndedAt = At(0, 22) }],
        };

        Assert.Equal("missing", StateOf(Leave(cutover, LeavingMode.ForTheNight), "5.4-5"));
        Assert.Equal("not_applicable", StateOf(Leave(cutover, LeavingMode.ForTheNight, Colleague), "5.4-5"));
        Assert.Equal("not_applicable", StateOf(Leave(cutover, LeavingMode.HandedOver, Colleague), "5.4-5"));
        Assert.Equal("missing", StateOf(Leave(cutover, LeavingMode.ForTheNight, "nobody"), "5.4-5"));
    }

    // ---- beside the verdict ----
    [Fact]
    public void Evidence_that_lapses_before_the_last_start_is_named()
    {
        var visit = AllSet.Step("escort", At(0, 13), ("by", "王五"));

        Assert.Equal([new EvidenceLapse("escort", At(1, 1))], visit.Ask().Answered().Lapses);
        Assert.Equal([new EvidenceLapse("escort", At(1, 0, 0) - Duration.FromMinutes(30))], AllSet.Step("escort", At(0, 11, 30), ("by", "王五")).Ask(now: At(0, 23)).Answered().Lapses);
    }

    [Fact]
    public void Without_a_duration_no_time_is_named()
    {
        Assert.False(AllSet.Ask().Answered().IsLengthUnknown);
        Assert.True(AllSet.Replanned(plan => plan with { DurationMinutes = null }).Ask().Answered().IsLengthUnknown);
        Assert.False(AllSet.Replanned(plan => plan with { DurationMinutes = null }).Ask(operation: OperationKind.RemovableMedia).Answered().IsLengthUnknown);
    }

    [Fact]
    public void Only_time_in_the_way_and_no_opening_is_shown_as_a_no()
    {
        var long_ = AllSet.Replanned(plan => plan with { DurationMinutes = 300 });
        var frozen = VisitFactsTests.Kept(new StandingEvent.Frozen("f1", "office/BJ", At(0, 0), At(60, 0), "大会"));
        var answer = AllSet.Ask(workplace: frozen).Answered();

        Assert.Equal((VerdictKind.Wait, VerdictKind.No), (answer.Verdict.Kind, answer.Shown));
        Assert.Equal(VerdictKind.No, long_.Ask().Answered().Shown);
        Assert.Equal(VerdictKind.Wait, AllSet.Ask(now: At(0, 23, 30)).Answered().Shown);
    }

    [Fact]
    public void The_policy_that_holds_is_named_with_its_owner_and_its_end()
    {
        var frozen = VisitFactsTests.Kept(new StandingEvent.Frozen("f1", "office/BJ", At(5, 0), At(6, 0), "大会"));
        var policy = AllSet.Ask(workplace: frozen).Answered().Policy;
        var freeze = policy.Lines.Single(line => line.Freeze == "f1");

        Assert.Equal((PolicyLevel.RegionalOffice, At(6, 0)), (freeze.Owner.Level, freeze.Until!.Value));
        Assert.Equal("封网：大会，03-15 00:00 (+08:00) 至 03-16 00:00 (+08:00)（北京办事处的政策）", policy.Sentence(freeze, HalfPast).Zh);
        Assert.Equal("night window 00:00–06:00 (major operations) (the default)", policy.Sentence(policy.Lines[0], HalfPast).En);
    }

    [Fact]
    public void What_else_is_planned_in_its_way_is_named_and_blocks_nothing()
    {
        var other = AllSet with { Id = "v8", Lead = Colleague, Plan = Plan with { Operation = "hardware", From = At(1, 1), To = At(1, 2) } };
        var answer = AllSet.Ask(others: [other, AllSet]).Answered();

        Assert.Equal(VerdictKind.Go, answer.Verdict.Kind);
        Assert.Contains(answer.Conflicts, conflict => conflict.Kind == ConflictKind.SameEquipment && conflict.Warning.Zh.Contains("孙波", StringComparison.Ordinal));
        Assert.Contains(answer.Conflicts, conflict => conflict.Kind == ConflictKind.EscortTwice);
        Assert.Contains(answer.Conflicts, conflict => conflict.Kind == ConflictKind.RemoteSupportTwice && conflict.Warning.Zh.Contains("陈宇", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Conflicts, conflict => conflict.Kind == ConflictKind.EngineerTwice);
    }

    [Fact]
    public void What_is_done_or_over_is_in_nobodys_way()
    {
        var other = AllSet with { Id = "v8", Lead = Colleague };
        var done = other with { Operations = [new OperationRun("upgrade", "d0", At(0, 1), null, null) { Outcome = OperationOutcome.Done, EndedAt = At(0, 2) }] };

        Assert.NotEmpty(AllSet.Ask(others: other).Answered().Conflicts);
        Assert.Empty(AllSet.Ask(others: done).Answered().Conflicts);
        Assert.Empty(AllSet.Ask(others: other with { Plan = Plan with { From = At(-1, 0), To = At(0, 4) } }).Answered().Conflicts);
        Assert.Empty(AllSet.Ask(others: other.Told(new VisitEvent.Cancelled(null), HalfPast)).Answered().Conflicts);
    }

    [Fact]
    public void A_night_that_is_full_by_the_policy_is_said()
    {
        const string acknowledge = "policy: {acknowledgeMinutes: 15, ";
        var limited = Night.With(acknowledge, acknowledge + "operationsPerNight: 1, ");
        var other = AllSet with { Id = "v8", Lead = Colleague, Site = "BJ-077", Plan = Plan with { Equipment = "MSC-2", From = At(1, 4), To = At(1, 6) } };

        Assert.Contains(AllSet.Ask(workplace: limited, others: other).Answered().Conflicts, conflict => conflict.Kind == ConflictKind.NightFull);
    }
}
