using NodaTime;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

public sealed class TellStepTests
{
    private static readonly Instant Now = At(0, 23);

    private static Visit Prepared => Upgrade.With(Told("plan_agreed", At(0, 9)));

    [Fact]
    public void A_required_field_that_is_not_told_is_asked_for()
    {
        var refusal = Tell(Prepared, new StepTelling("backup").With("location", "10.1.1.5:/bk")).Refusal!;

        Assert.Equal("step-needs", refusal.Code);
        Assert.Contains("Verified", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("已校验", refusal.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_free_words_are_private_and_the_rest_is_not()
    {
        var told = Assert.IsType<VisitEvent.StepTold>(Tell(Prepared, new StepTelling("call_customer").With("by", "王工").With("assists", "张工").With("phone", "10 5550")).Events.Single());

        Assert.Equal(["assists", "by", "phone"], told.Private.Keys);
        Assert.Empty(told.Values);
        Assert.Equal(["10.1.1.5:/bk", "yes"], Backup().Values.Values);
    }

    [Theory]
    [InlineData("backup", "verified", "maybe", "field-wrong")]
    [InlineData("backup", "equipment", "MSC-9", "field-wrong")]
    [InlineData("backup", "at", "tomorrow", "field-wrong")]
    [InlineData("backup", "colour", "red", "field-unknown")]
    [InlineData("rollback_ready", "minutes", "0", "field-wrong")]
    [InlineData("rollback_ready", "minutes", "half", "field-wrong")]
    [InlineData("follow_up_call", "state", "fine", "field-wrong")]
    [InlineData("nothing_such", "by", "王工", "step-unknown")]
    public void What_a_field_cannot_be_is_refused(string step, string field, string value, string code) =>
        Assert.Equal(code, Tell(Prepared, new StepTelling(step).With(field, value)).Refusal?.Code);

    [Fact]
    public void What_was_done_cannot_lie_ahead()
    {
        Assert.Equal("time-ahead", Tell(Prepared, Answer("escort").With("at", Iso(Now + Duration.FromMinutes(1)))).Refusal?.Code);
        Assert.Equal("time-ahead", Tell(Prepared, Answer("escort") with { HappenedAt = Now + Duration.FromSeconds(1) }).Refusal?.Code);
        Assert.Null(Tell(Prepared, Answer("escort").With("at", Iso(Now))).Refusal);
    }

    [Fact]
    public void A_time_that_is_told_is_when_it_happened()
    {
        var change = VisitChange.Of(Prepared).Tell(Tell(Prepared, Answer("escort").With("at", Iso(At(0, 22)))), Now, Night.Engineer);

        Assert.Equal((At(0, 22), Now), (change.Facts[0].HappenedAt, change.Facts[0].ToldAt));
    }

    [Fact]
    public void An_appointment_may_lie_ahead_and_is_the_agreed_time()
    {
        var survey = Of("survey");
        var decided = TellStep.Decide(survey, new StepTelling("agree_time").With("by", "王工").With("at", Iso(At(2, 10))), Night.Place, Now, Night.Engineer);

        Assert.Equal(At(2, 10), decided.Events.OfType<VisitEvent.AppointmentMoved>().Single().To);
        Assert.Null(decided.HappenedAt);
    }

    [Fact]
    public void A_photo_may_be_a_name_with_a_witness_where_photos_are_not_allowed()
    {
        var bare = new StepTelling("request_signed").With("by", "王工");

        Assert.Contains("witness", Tell(Prepared, bare).Refusal!.Sentence.En, StringComparison.Ordinal);
        Assert.Null(Tell(Prepared, bare.With(StepTelling.Witness, "张工")).Refusal);
        Assert.Contains("photo", Tell(Prepared.With(Told("ask_photo", At(0, 22))), bare).Refusal!.Sentence.En, StringComparison.Ordinal);
        Assert.Null(Tell(Prepared, bare with { Files = ["f1"] }).Refusal);
    }

    [Fact]
    public void A_signature_told_with_its_step_signs_the_form()
    {
        var signed = Tell(Prepared, new StepTelling("request_signed") { Files = ["f1"] }.With("by", "王工")).Events.OfType<VisitEvent.FormSigned>().Single();

        Assert.Equal(("service_request_report", "王工", "f1"), (signed.Form, signed.SignedBy!.Value, signed.File));
    }

    [Fact]
    public void Arriving_changing_data_and_archiving_are_told_of_the_visit_too()
    {
        Assert.Contains(Tell(Upgrade, new StepTelling("arrive")).Events, e => e is VisitEvent.Arrived);
        Assert.DoesNotContain(Tell(Upgrade with { ArrivedAt = At(0, 22) }, new StepTelling("arrive")).Events, e => e is VisitEvent.Arrived);
        Assert.Contains(Tell(Upgrade, new StepTelling("data_changes").With("what", "139 → 14")).Events, e => e is VisitEvent.DataChanged { What.Value: "139 → 14" });
        var last = Of("survey").With(Told("survey_report_handed", At(0, 9))).With(Told("environment_report_handed", At(0, 9)));
        Assert.Contains(Tell(last, new StepTelling("archive")).Events, e => e is VisitEvent.FormsArchived);
    }

    [Fact]
    public void A_no_closes_what_may_be_no_and_tells_nothing_more()
    {
        var no = Tell(Prepared, new StepTelling("ask_photo") { Outcome = StepOutcome.Failed });

        Assert.Equal(StepOutcome.Failed, no.Events.OfType<VisitEvent.StepTold>().Single().Outcome);
        Assert.Single(no.Events);
    }

    [Fact]
    public void Alarms_again_open_a_problem_and_keep_the_call_owed()
    {
        var left = Ended;
        var change = VisitChange.Of(left).Tell(
            TellStep.Decide(left, new StepTelling("follow_up_call").With("by", "王工").With("state", "alarms"), Night.Place, At(2, 9), Night.Engineer), At(2, 9), Night.Engineer);

        Assert.Equal(LineState.Failed, Checklist.Of(change.After, Night.Place, At(2, 9)).Find("follow_up_call")!.State);
        Assert.Equal(("q1", "王工"), (change.After.Questions.Single().Id, change.After.Questions.Single().Contact!.Value));
        Assert.Contains(ClosingLedger.Of(change.After, Night.Place, At(2, 9)), line => line is { Kind: LedgerKind.Duty, Id: "follow_up" });
        Assert.Contains(ClosingLedger.Of(change.After, Night.Place, At(2, 9)), line => line is { Kind: LedgerKind.Question, Id: "q1" });
    }

    [Fact]
    public void No_answer_keeps_the_call_owed_each_time_it_is_told()
    {
        var none = new StepTelling("follow_up_call") { Outcome = StepOutcome.Failed };
        var once = VisitChange.Of(Ended).Tell(TellStep.Decide(Ended, none, Night.Place, At(2, 9), Night.Engineer), At(2, 9), Night.Engineer).After;

        Assert.Single(TellStep.Decide(once, none, Night.Place, At(2, 11), Night.Engineer).Events);
        Assert.Contains(ClosingLedger.Of(once, Night.Place, At(2, 9)), line => line is { Id: "follow_up" });
    }

    [Fact]
    public void The_same_again_is_nothing_new_but_a_change_is()
    {
        var once = VisitChange.Of(Prepared).Tell(Tell(Prepared, Answer("rollback_ready")), Now, Night.Engineer).After;

        Assert.Empty(Tell(once, Answer("rollback_ready")).Events);
        Assert.Single(Tell(once, Answer("rollback_ready").With("minutes", "40").With(StepTelling.Reason, "重新估算")).Events);
    }

    [Fact]
    public void Basic_service_is_not_confirmed_while_it_is_on_record_as_down() =>
        Assert.Equal("service-not-normal", Tell(Ended with { ServiceState = ServiceState.Interrupted }, new StepTelling("service_normal")).Refusal?.Code);

    [Theory]
    [InlineData(Night.Engineer, true)]
    [InlineData(Night.Head, true)]
    [InlineData(Night.Remote, true)]
    [InlineData(Night.Support, true)]
    [InlineData("anna.berg", false)]
    [InlineData("karl.weiss", false)]
    public void Who_may_act_for_the_visit_and_its_experts_may_tell_a_step(string by, bool may)
    {
        var telling = new StepTelling("expert_review").With("outcome", "approved").With("by", "陈宇");

        Assert.Equal(may, TellStep.Decide(Prepared, telling, Night.Place, Now, by).Refusal is null);
    }

    [Fact]
    public void Nothing_is_told_of_an_ended_visit() =>
        Assert.Equal("visit-closed", Tell(Prepared with { EndedAt = Now }, new StepTelling("arrive")).Refusal?.Code);

    [Fact]
    public void A_step_is_skipped_only_where_it_may_be_and_with_a_reason()
    {
        Assert.Equal("step-not-skipped", SkipStep.Decide(Prepared, "backup", new PrivateText("x"), Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("reason-missing", SkipStep.Decide(Prepared, "room_register", null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal(
            StepOutcome.DoesNotApply,
            SkipStep.Decide(Prepared, "room_register", new PrivateText("用户没要求"), Night.Place, Now, Night.Engineer).Events.OfType<VisitEvent.StepTold>().Single().Outcome);
    }

    [Fact]
    public void A_correction_takes_a_step_back_with_its_reason()
    {
        var told = Prepared.With(Told("backup", At(0, 22)));

        Assert.Equal("reason-missing", WithdrawStep.Decide(told, "backup", null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("step-not-told", WithdrawStep.Decide(Prepared, "backup", new PrivateText("x"), Night.Place, Now, Night.Engineer).Refusal?.Code);
        var back = VisitChange.Of(told).Tell(WithdrawStep.Decide(told, "backup", new PrivateText("填错设备"), Night.Place, Now, Night.Engineer), Now, Night.Engineer);
        Assert.Equal(LineState.Open, Checklist.Of(back.After, Night.Place, Now).Find("backup")!.State);
    }

    [Fact]
    public void Several_are_told_at_once_and_those_that_ask_for_more_are_named()
    {
        var list = Checklist.Of(Prepared, Night.Place, Now);
        int Number(string step) => list.Find(step)!.Number;

        var several = TellSteps.Decide(Prepared, [Number("learn_situation"), Number("read_file"), Number("rollback_ready")], StepOutcome.Done, Night.Place, Now, Night.Engineer);

        Assert.Equal(["learn_situation", "read_file"], several.Told.Select(line => line.Step.Id));
        Assert.Equal(("rollback_ready", "minutes"), (several.StillNeed.Single().Line.Step.Id, several.StillNeed.Single().Needs.Single().Field));
        Assert.Equal(2, several.Decided.Events.Length);
        Assert.Equal("step-number", TellSteps.Decide(Prepared, [1, 99], StepOutcome.Done, Night.Place, Now, Night.Engineer).Decided.Refusal?.Code);
        Assert.Equal("step-needs", TellSteps.Decide(Prepared, [Number("rollback_ready")], StepOutcome.Done, Night.Place, Now, Night.Engineer).Decided.Refusal?.Code);
    }

    private static Visit Ended => Left.With(Told("plan_agreed", At(0, 9))).With(Told("test_whole", At(0, 14))).With(Told("service_normal", At(0, 14)))
        with { Operations = [new OperationRun("upgrade", "d1", At(0, 12), null, null) { EndedAt = At(0, 13), Outcome = OperationOutcome.Done }] };

    private static Decided Tell(Visit visit, StepTelling telling) => TellStep.Decide(visit, telling, Night.Place, Now, Night.Engineer);

    private static VisitEvent.StepTold Backup() => Tell(Prepared, Answer("backup")).Events.OfType<VisitEvent.StepTold>().Single();

    private static StepTelling Answer(string step) => step switch
    {
        "backup" => new StepTelling(step).With("location", "10.1.1.5:/bk").With("verified", "yes"),
        "rollback_ready" => new StepTelling(step).With("minutes", "30"),
        _ => new StepTelling(step).With("by", "张工"),
    };

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
