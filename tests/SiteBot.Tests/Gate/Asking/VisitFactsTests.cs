using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Standing;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Gate.Asking;

public sealed class VisitFactsTests
{
    private static Facts Of(Visit visit, OperationKind kind = OperationKind.Upgrade, Instant? now = null, Workplace? workplace = null) =>
        VisitFacts.Of(visit, kind, now ?? HalfPast, now ?? HalfPast, workplace ?? Place);

    private static string StateOf(Visit visit, string check, OperationKind kind = OperationKind.Upgrade, Instant? now = null, Workplace? workplace = null) =>
        Gatekeeper.Decide(Of(visit, kind, now, workplace), Place.Gate).Checks.Single(c => c.Id == check) switch
        {
            { State: CheckState.Fail, FixedBy: FixedBy.Time } => "fail by time",
            var found => found.State.Name(),
        };

    [Fact]
    public void Nothing_told_is_nothing_known()
    {
        var evidence = Of(Begun()).Evidence;

        Assert.Equal(Evidence.None with { VersionReleased = new VersionRelease(ReleaseStatus.Released, "V3.08.21") }, evidence);
    }

    [Fact]
    public void A_time_that_was_not_told_is_that_of_telling() => Assert.Equal(At(0, 23), Of(Prepared).Evidence.Escort!.At);

    [Fact]
    public void A_name_that_was_blanked_since_still_counts_as_given()
    {
        var blanked = Prepared.Told(
            new VisitEvent.StepTold("escort", StepOutcome.Done, ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, PrivateText>.Empty.Add("by", new PrivateText(null)), []), At(0, 23));

        Assert.Equal("pass", StateOf(blanked, "escort"));
    }

    [Theory]
    [InlineData("documents_read", "documents_read")]
    [InlineData("rollback_ready", "rollback")]
    [InlineData("customer_consent", "customer_consent")]
    [InlineData("expert_review", "expert_review")]
    public void A_step_that_failed_is_a_no(string step, string check)
    {
        var unsure = AllSet.Replanned(plan => plan with { EngineerIsSure = false });
        Assert.Equal("fail", StateOf(unsure.Step(step, StepOutcome.Failed, At(0, 23), ("by", "张三")), check));
    }

    [Fact]
    public void A_step_that_was_withdrawn_gives_nothing() =>
        Assert.Equal("missing", StateOf(AllSet.Told(new VisitEvent.StepWithdrawn("backup", null), HalfPast), "backup"));

    [Fact]
    public void Data_changed_after_the_backup_make_it_too_old()
    {
        Assert.Equal("pass", StateOf(AllSet, "backup"));
        Assert.Equal("missing", StateOf(AllSet.Told(new VisitEvent.DataChanged(new PrivateText("路由")), At(0, 23, 30)), "backup"));
    }

    [Theory]
    [InlineData(StepOutcome.DoesNotApply, true, "missing")]
    [InlineData(StepOutcome.DoesNotApply, false, "not_applicable")]
    public void Equipment_in_service_always_has_something_to_back_up(StepOutcome outcome, bool live, string state) =>
        Assert.Equal(state, StateOf(AllSet.Replanned(plan => plan with { Live = live }).Step("backup", outcome, At(0, 23)), "backup"));

    [Fact]
    public void A_contractor_who_leads_shows_the_work_card()
    {
        Assert.Equal("not_applicable", StateOf(AllSet, "work_card"));
        Assert.Equal("missing", StateOf(AllSet.Told(new VisitEvent.HandedOver(Colleague, null), HalfPast), "work_card"));
    }

    // ---- consents ----
    [Fact]
    public void An_approved_request_for_the_plan_as_it_stands_counts_as_written() =>
        Assert.Equal(("pass", "pass"), (StateOf(AllSet, "product_support_consent"), StateOf(AllSet, "office_consent")));

    [Fact]
    public void An_open_request_is_no_consent() => Assert.Equal("missing", StateOf(Asked, "office_consent"));

    [Fact]
    public void A_rejected_request_fails() =>
        Assert.Equal("fail", StateOf(Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head), "office_consent"));

    [Fact]
    public void A_withdrawn_consent_is_none() =>
        Assert.Equal("missing", StateOf(AllSet.Told(new VisitEvent.ConsentWithdrawn("r2", null), At(0, 20), Head), "office_consent"));

    public static TheoryData<string, Func<WorkPlan, WorkPlan>> Changes => new()
    {
        { "the version", plan => plan with { TargetVersion = "V3.08.20" } },
        { "the equipment", plan => plan with { Equipment = "MSC-9" } },
        { "the window's start", plan => plan with { From = At(1, 0, 15) } },
        { "the window's end", plan => plan with { To = At(1, 5) } },
        { "the operation", plan => plan with { Operation = "cutover" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_scope_voids_every_consent_the_customers_too(string what, Func<WorkPlan, WorkPlan> change)
    {
        Assert.NotEmpty(what);
        var changed = AllSet.Replanned(change);

        Assert.All(changed.Consents, request => Assert.Equal(ConsentState.Void, request.State));
        Assert.All(["product_support_consent", "office_consent", "customer_consent"], check => Assert.Equal("missing", StateOf(changed, check)));
    }

    [Fact]
    public void A_plan_that_goes_back_to_its_scope_does_not_bring_a_voided_consent_back()
    {
        var back = AllSet.Replanned(plan => plan with { To = At(1, 5) }).Replanned(plan => plan with { To = At(1, 4) });

        Assert.Equal(PlannedScope.Of(back.Plan), Scope);
        Assert.Equal("missing", StateOf(back, "office_consent"));
    }

    [Fact]
    public void What_is_no_part_of_the_scope_voids_nothing() =>
        Assert.Equal("pass", StateOf(AllSet.Replanned(plan => plan with { DurationMinutes = 100, AlarmsToExpect = "A1" }), "office_consent"));

    [Fact]
    public void A_shorter_window_limits_the_start()
    {
        var shorter = Asked.Approved("r1", Support).Told(new VisitEvent.ConsentAnswered("r2", true, At(1, 1), null, null), At(0, 15), Head);

        Assert.Equal("fail by time", StateOf(shorter, "office_consent"));
        Assert.Equal("pass", StateOf(shorter, "office_consent", now: At(1, 1)));
    }

    [Fact]
    public void A_consent_by_mail_counts_as_written_and_closes_the_open_request()
    {
        var mailed = Asked.Told(new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, new PrivateText("王芳"), null), At(0, 17));

        Assert.Equal("pass", StateOf(mailed, "office_consent"));
        Assert.Equal(ConsentState.Void, mailed.Consents.Single(request => request.Id == "r2").State);
        Assert.Equal(ConsentState.Open, mailed.Consents.Single(request => request.Id == "r1").State);
    }

    [Fact]
    public void A_consent_of_who_leads_the_visit_since_counts_no_more()
    {
        Assert.Equal("missing", StateOf(AllSet.Told(new VisitEvent.HandedOver(Head, null), At(0, 20)), "office_consent"));
        Assert.Equal("pass", StateOf(AllSet.Told(new VisitEvent.HandedOver(Colleague, null), At(0, 20)), "office_consent"));
        var mailed = Asked.Told(new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, new PrivateText("王芳"), null), At(0, 17));
        Assert.Equal((Engineer, "pass"), (mailed.Consents[^1].AnsweredBy, StateOf(mailed, "office_consent")));
    }

    [Fact]
    public void A_yes_by_telephone_never_passes_as_written()
    {
        var oral = Asked.Told(new VisitEvent.DoneWithoutGo("upgrade", "d1", new PrivateText("王芳 电话"), new PrivateText("急")), At(1, 0));

        Assert.Equal("missing", StateOf(oral, "office_consent"));
    }

    // ---- the register ----
    [Fact]
    public void The_directorys_register_answers_for_what_it_lists()
    {
        Assert.Equal("pass", StateOf(AllSet, "version_released"));
        Assert.Equal("fail", StateOf(AllSet.Replanned(plan => plan with { TargetVersion = "V3.09.00" }), "version_released"));
        Assert.Equal("fail", StateOf(AllSet.Replanned(plan => plan with { TargetVersion = "v3.08.21" }), "version_released"));
    }

    [Fact]
    public void A_release_by_chat_counts_and_withdrawn_wins_over_the_directory()
    {
        var v9 = AllSet.Replanned(plan => plan with { TargetVersion = "V3.09.00" });

        Assert.Equal("pass", StateOf(v9, "version_released", workplace: Kept(new StandingEvent.Released("MSC", "V3.09.00", null))));
        Assert.Equal("pass", StateOf(v9, "version_released", workplace: Kept(new StandingEvent.Released("MSC", "V3.09.00", "EX-1"))));
        Assert.Equal("fail", StateOf(v9, "version_released", workplace: Kept(new StandingEvent.Released("HLR", "V3.09.00", null))));
        Assert.Equal("fail", StateOf(AllSet, "version_released", workplace: Kept(new StandingEvent.ReleaseWithdrawn("MSC", "V3.08.21"))));
    }

    [Fact]
    public void A_number_that_only_the_engineer_knows_waits_for_product_support()
    {
        var told = AllSet.Replanned(plan => plan with { TargetVersion = "V3.09.00", ExceptionalRelease = "EX-1" });

        Assert.Equal("missing", StateOf(told, "version_released"));
        Assert.Equal("fail", StateOf(told, "version_released", workplace: Kept(new StandingEvent.ReleaseWithdrawn("MSC", "V3.09.00"))));
    }

    // ---- the policy ----
    [Theory]
    [InlineData("office/BJ", "fail by time")]
    [InlineData("customer/CM-BJ", "fail by time")]
    [InlineData("site/BJ-042", "fail by time")]
    [InlineData("site/BJ-077", "pass")]
    [InlineData("office/BER", "pass")]
    public void Freezes_kept_by_chat_hold_where_they_belong(string of, string state) =>
        Assert.Equal(state, StateOf(AllSet, "no_freeze", workplace: Kept(new StandingEvent.Frozen("f1", of, At(0, 0), At(2, 0), "春节"))));

    [Fact]
    public void Freezes_of_the_directory_and_by_chat_add_up_and_each_says_whose_it_is()
    {
        const string freeze = "policy: {acknowledgeMinutes: 15, ";
        var frozen = Night.With(freeze, freeze + "freezes: [{from: 2026-04-01T00:00:00+08:00, to: 2026-04-02T00:00:00+08:00, reason: 清明}], ");
        var both = frozen with { Standing = StandingFacts.None.With(new StandingFact(new StandingEvent.Frozen("f1", "customer/CM-BJ", At(5, 0), At(6, 0), "割接"), At(0, 8), Head)) };
        var policy = Of(AllSet, workplace: both).Site.Policy;

        Assert.Equal(["割接", "清明"], policy.Freezes.Select(f => f.Reason));
        Assert.Equal(["某运营商北京分公司", "北京办事处"], policy.Owners!.Freezes.Select(owner => owner.Zh));
    }

    [Fact]
    public void A_freeze_that_was_taken_back_or_is_over_holds_nobody_up()
    {
        Assert.Equal("pass", StateOf(AllSet, "no_freeze", workplace: Kept(new StandingEvent.Frozen("f1", "office/BJ", At(0, 0), At(2, 0), "春节"), new StandingEvent.Thawed("f1"))));
        Assert.Empty(Of(AllSet, workplace: Kept(new StandingEvent.Frozen("f1", "office/BJ", At(-2, 0), At(-1, 0), "春节"))).Site.Policy.Freezes);
    }

    // ---- leaving ----
    [Fact]
    public void Whether_there_was_a_training_is_unknown_until_somebody_says_so()
    {
        Assert.Equal("missing", StateOf(AllSet, "6.4-2", OperationKind.LeaveSite));
        Assert.Equal("not_applicable", StateOf(AllSet.Step("train_customer", StepOutcome.Failed, HalfPast), "6.4-2", OperationKind.LeaveSite));
        var trained = AllSet.Step("train_customer", HalfPast, ("by", "张三"));
        Assert.Equal("missing", StateOf(trained, "6.4-2", OperationKind.LeaveSite));
        Assert.Equal("pass", StateOf(trained.Step("training_record", HalfPast, ("by", "张三")), "6.4-2", OperationKind.LeaveSite));
    }

    [Fact]
    public void What_binds_no_such_visit_does_not_apply() => Assert.Equal("not_applicable", StateOf(AllSet, "5.4-5", OperationKind.LeaveSite));

    [Fact]
    public void Service_that_is_down_keeps_everybody_there()
    {
        var down = AllSet.Step("service_normal", HalfPast).Told(new VisitEvent.ServiceStateTold(ServiceState.Interrupted, null), HalfPast);

        Assert.Equal("fail", StateOf(down, "6.3-10", OperationKind.LeaveSite));
    }

    [Fact]
    public void Texts_and_numbers_that_no_record_could_hold_count_as_not_said()
    {
        var operation = Of(AllSet.Replanned(plan => plan with { Equipment = new string('x', 501), DurationMinutes = 50_000, TargetVersion = new string('y', 5000) })).Operation;

        Assert.Equal((null, null, null), (operation.Equipment, operation.DurationMinutes, operation.TargetVersion));
    }

    [Fact]
    public void A_site_that_left_the_directory_gets_no_facts() =>
        Assert.Throws<ArgumentException>(() => Of(AllSet with { Site = "GONE" }));

    internal static Workplace Kept(params StandingEvent[] events) =>
        Place with { Standing = events.Aggregate(StandingFacts.None, (facts, e) => facts.With(new StandingFact(e, At(0, 8), Head))) };
}
