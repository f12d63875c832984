using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

public sealed class VisitVerbTests
{
    private static readonly Instant Now = At(1, 3);

    private static readonly PrivateText Because = new("家里有事");

    private static Visit OnSite => Upgrade with { ArrivedAt = At(0, 23) };

    private static OperationRun Run => new("upgrade", "d1", At(1, 1), At(1, 3), At(1, 4));

    [Theory]
    [InlineData("sun.bo", null)]
    [InlineData("SUN.BO", null)]
    [InlineData(Night.Engineer, "hand-over-same")]
    [InlineData(Night.Head, "hand-over-role")]
    [InlineData("nobody", "hand-over-unknown")]
    public void A_visit_is_handed_to_another_engineer_of_the_directory(string to, string? code) =>
        Assert.Equal(code, HandOver.Decide(OnSite with { Operations = [Run] }, to, Because, Night.Place, Now, Night.Engineer).Refusal?.Code);

    [Fact]
    public void A_stranger_hands_nothing_over() =>
        Assert.Equal("visit-not-yours", HandOver.Decide(OnSite, "sun.bo", null, Night.Place, Now, "anna.berg").Refusal?.Code);

    [Fact]
    public void Who_will_be_late_moves_the_appointment_ahead()
    {
        Assert.Equal(At(1, 5), MoveAppointment.Decide(Upgrade, At(1, 5), Because, Night.Place, Now, Night.Engineer).Events.OfType<VisitEvent.AppointmentMoved>().Single().To);
        Assert.Equal("appointment-past", MoveAppointment.Decide(Upgrade, Now, Because, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("appointment-on-site", MoveAppointment.Decide(OnSite, At(1, 5), Because, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Empty(MoveAppointment.Decide(Upgrade with { Appointment = At(1, 5) }, At(1, 5), null, Night.Place, Now, Night.Engineer).Events);
    }

    [Fact]
    public void A_question_of_the_customer_is_followed_until_it_is_answered()
    {
        var asked = Told(Upgrade, NoteQuestion.Decide(Upgrade, new PrivateText("什么时候扩容？"), new PrivateText("王工"), Night.Place, Now, Night.Engineer));

        Assert.Empty(NoteQuestion.Decide(asked, new PrivateText("什么时候扩容？"), null, Night.Place, Now, Night.Engineer).Events);
        Assert.Contains(ClosingLedger.Of(asked, Night.Place, Now), line => line is { Kind: LedgerKind.Question, Id: "q1", HoldsClosing: true });
        Assert.Equal("answer-missing", AnswerQuestion.Decide(asked, null, null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        var answered = Told(asked, AnswerQuestion.Decide(asked, null, new PrivateText("六月"), Night.Place, Now, Night.Engineer));
        Assert.DoesNotContain(ClosingLedger.Of(answered, Night.Place, Now), line => line.Kind == LedgerKind.Question);
        Assert.Equal("question-none", AnswerQuestion.Decide(answered, null, new PrivateText("六月"), Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("question-answered", AnswerQuestion.Decide(answered, "q1", new PrivateText("六月"), Night.Place, Now, Night.Engineer).Refusal?.Code);
    }

    [Fact]
    public void Of_several_open_questions_the_id_is_asked_for()
    {
        var two = new[] { "甲？", "乙？" }.Aggregate(Upgrade, (visit, question) => Told(visit, NoteQuestion.Decide(visit, new PrivateText(question), null, Night.Place, Now, Night.Engineer)));

        Assert.Contains("q1, q2", AnswerQuestion.Decide(two, null, new PrivateText("丙"), Night.Place, Now, Night.Engineer).Refusal!.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_is_put_off_for_three_days_at_most_by_whose_it_is()
    {
        Assert.Single(SnoozeDuty.Decide(Left, "follow_up", Now + Duration.FromDays(1), Night.Place, Now, Night.Engineer).Events);
        Assert.Equal("snooze-long", SnoozeDuty.Decide(Left, "follow_up", Now + Duration.FromDays(4), Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("snooze-past", SnoozeDuty.Decide(Left, "follow_up", Now, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("duty-unknown", SnoozeDuty.Decide(Left, "dance", Now + Duration.FromDays(1), Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("visit-not-yours", SnoozeDuty.Decide(Left, "follow_up", Now + Duration.FromDays(1), Night.Place, Now, "karl.weiss").Refusal?.Code);
    }

    [Fact]
    public void A_duty_is_done_for_its_oldest_day_unless_another_is_named()
    {
        var first = DoDuty.Decide(OnSite, "daily_record", null, new PrivateText("备份、升级"), Night.Place, Now, Night.Engineer).Events.OfType<VisitEvent.DutyDone>().Single();
        var named = DoDuty.Decide(OnSite, "daily_record", "2026-03-11", null, Night.Place, Now, Night.Engineer).Events.OfType<VisitEvent.DutyDone>().Single();

        Assert.Equal(("2026-03-10", "2026-03-11"), (first.Occasion, named.Occasion));
        Assert.Equal("duty-not-owed", DoDuty.Decide(OnSite, "daily_record", "2026-03-12", null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Empty(DoDuty.Decide(OnSite.With("daily_record", duty => duty with { Done = duty.Done.Add("2026-03-10", Now) }), "daily_record", "2026-03-10", null, Night.Place, Now, Night.Engineer).Events);
    }

    [Fact]
    public void A_duty_that_a_step_meets_is_told_by_the_step() =>
        Assert.Equal("duty-by-step", DoDuty.Decide(Left, "follow_up", null, null, Night.Place, Now, Night.Engineer).Refusal?.Code);

    [Fact]
    public void A_duty_goes_to_another_person()
    {
        var handed = Told(Left, HandOnDuty.Decide(Left, "follow_up", "sun.bo", Night.Place, Now, Night.Engineer));

        Assert.Equal(["sun.bo"], ClosingLedger.Of(handed, Night.Place, Now).Single(line => line.Id == "follow_up").Owners.AsEnumerable());
        Assert.Empty(HandOnDuty.Decide(handed, "follow_up", "sun.bo", Night.Place, Now, Night.Engineer).Events);
        Assert.Equal("hand-on-unknown", HandOnDuty.Decide(Left, "follow_up", "nobody", Night.Place, Now, Night.Engineer).Refusal?.Code);
    }

    [Theory]
    [InlineData(LeavingMode.ForGood, null, "leave-service-down")]
    [InlineData(LeavingMode.ForTheNight, null, "leave-service-down")]
    [InlineData(LeavingMode.ForTheNight, "sun.bo", "leave-service-down")]
    [InlineData(LeavingMode.HandedOver, null, "leave-watcher")]
    [InlineData(LeavingMode.HandedOver, "nobody", "leave-watcher")]
    [InlineData(LeavingMode.HandedOver, Night.Engineer, "leave-watcher")]
    [InlineData(LeavingMode.HandedOver, "sun.bo", "leave-service-down")]
    public void While_the_service_is_down_nobody_leaves(LeavingMode how, string? watchedBy, string? code) =>
        Assert.Equal(code, Leave(OnSite with { ServiceState = ServiceState.Interrupted }, how, watchedBy, Walk.Go).Refusal?.Code);

    [Fact]
    public void Leaving_for_good_is_refused_with_the_gates_reasons()
    {
        var refusal = Leave(OnSite, LeavingMode.ForGood, null, Walk.No("6.3-12")).Refusal!;

        Assert.Equal(("leave-gate", "Confirm it."), (refusal.Code, refusal.Sentence.En));
        Assert.Null(Leave(OnSite, LeavingMode.ForGood, null, Walk.Go).Refusal);
    }

    [Theory]
    [InlineData(LeavingMode.ForGood, null)]
    [InlineData(LeavingMode.ForTheNight, null)]
    [InlineData(LeavingMode.ForTheNight, "sun.bo")]
    [InlineData(LeavingMode.HandedOver, "sun.bo")]
    public void Whoever_asks_whether_to_go_and_then_goes_hears_the_same(LeavingMode how, string? watchedBy)
    {
        Visit[] visits =
        [
            OnSite, Of("survey") with { ArrivedAt = At(0, 9) }, Cutover, Of("acceptance") with { ArrivedAt = At(0, 9) },
            OnSite with { ServiceState = ServiceState.Interrupted }, OnSite with { ServiceState = ServiceState.SeverelyDegraded }, OnSite with { Operations = [Run] },
            OnSite.Step("clear_up", At(0, 23)), OnSite.Step("clear_up", At(0, 23)).Step("service_normal", At(0, 23)),
            OnSite.Step("clear_up", StepOutcome.Failed, At(0, 23)), OnSite.Step("service_normal", StepOutcome.Failed, At(0, 23)),
        ];
        foreach (var visit in visits)
        {
            var asked = AskGate.Decide(new GateAsking(visit, OperationKind.LeaveSite, null, Now, Night.Engineer, "d2") { Leaving = how, WatchedBy = watchedBy }, Night.Place, []);
            var acted = asked.Answer is { } answer ? Leave(visit, how, watchedBy, answer.Verdict).Refusal : asked.Refusal;
            Assert.Equal(asked.Answer?.Verdict.Kind == VerdictKind.Go, acted is null);
        }
    }

    [Fact]
    public void For_the_night_nobody_has_to_have_cleared_up_and_6_3_12_binds_no_survey()
    {
        Assert.Null(Asked(OnSite, LeavingMode.ForTheNight).Refusal);
        Assert.Equal("leave-gate", Asked(OnSite, LeavingMode.ForGood).Refusal?.Code);
        Assert.Equal("leave-gate", Asked(OnSite.Step("clear_up", StepOutcome.Failed, At(0, 23)), LeavingMode.ForTheNight).Refusal?.Code);
        Assert.Null(Asked(Of("survey") with { ArrivedAt = At(0, 9) }, LeavingMode.ForGood).Refusal);
    }

    [Fact]
    public void Nobody_leaves_a_running_operation_or_a_watch_for_the_night()
    {
        Assert.Equal("leave-running", Leave(OnSite with { Operations = [Run] }, LeavingMode.ForTheNight, null, Walk.Go).Refusal?.Code);
        Assert.Equal("watch-owed", Asked(Cutover, LeavingMode.ForTheNight).Refusal?.Code);
        Assert.Equal("watch-owed", Asked(Cutover, LeavingMode.ForGood).Refusal?.Code);
        Assert.Null(Asked(Cutover, LeavingMode.ForTheNight, "sun.bo").Refusal);
    }

    [Fact]
    public void Who_never_arrived_does_not_leave_and_who_left_comes_back()
    {
        Assert.Equal("leave-not-there", Leave(Upgrade, LeavingMode.ForTheNight, null, Walk.Go).Refusal?.Code);
        Assert.Equal("return-never-there", ReturnToSite.Decide(Upgrade, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.IsType<VisitEvent.Arrived>(ReturnToSite.Decide(Left, Night.Place, Now, Night.Engineer).Events.Single());
        Assert.Empty(ReturnToSite.Decide(OnSite, Night.Place, Now, Night.Engineer).Events);
    }

    [Fact]
    public void What_was_operated_is_closed_and_not_cancelled()
    {
        Assert.Equal("cancel-operated", CancelVisit.Decide(Upgrade with { Operations = [Run] }, Because, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("cancel-on-site", CancelVisit.Decide(OnSite, Because, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.Equal("reason-missing", CancelVisit.Decide(Upgrade, null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.True(Told(Upgrade, CancelVisit.Decide(Upgrade, Because, Night.Place, Now, Night.Engineer)).WasCancelled);
    }

    [Fact]
    public void The_services_state_is_told_once()
    {
        var down = Told(OnSite, TellServiceState.Decide(OnSite, ServiceState.Interrupted, new PrivateText("全断"), Night.Place, Night.Engineer));

        Assert.Equal((ServiceState.Interrupted, (Instant?)Now), (down.ServiceState, down.ServiceStateSince));
        Assert.Empty(TellServiceState.Decide(down, ServiceState.Interrupted, null, Night.Place, Night.Engineer).Events);
        Assert.Single(TellServiceState.Decide(down, ServiceState.Normal, null, Night.Place, Night.Engineer).Events);
    }

    [Fact]
    public void A_signed_form_is_not_produced_again()
    {
        var produced = Told(OnSite, ProduceForm.Decide(OnSite, "service_request_report", "f1", Language.Zh, null, Night.Place, Now, Night.Engineer));
        Assert.Contains(ClosingLedger.Of(produced, Night.Place, Now), line => line is { Kind: LedgerKind.Unsigned, Id: "service_request_report", HoldsClosing: true });
        Assert.Empty(ProduceForm.Decide(produced, "service_request_report", "f1", Language.Zh, null, Night.Place, Now, Night.Engineer).Events);

        Assert.Equal("signature-shown", Sign(produced, "service_request_report", "王工", null, null).Refusal?.Code);
        var signed = Told(produced, Sign(produced, "service_request_report", "王工", "李工", null));
        Assert.Equal("form-signed", ProduceForm.Decide(signed, "service_request_report", "f2", Language.Zh, null, Night.Place, Now, Night.Engineer).Refusal?.Code);
        Assert.DoesNotContain(ClosingLedger.Of(signed, Night.Place, Now), line => line.Kind == LedgerKind.Unsigned);
        Assert.Equal("form-unknown", Sign(produced, "unpacking_report", "王工", "李工", null).Refusal?.Code);
        Assert.Equal("form-unsigned", Sign(produced, "daily_work_record", "王工", "李工", null).Refusal?.Code);
    }

    [Fact]
    public void A_visit_moves_to_the_procedure_in_force_and_its_card_says_what_changed()
    {
        Assert.False(MoveProcedure.IsOffered(Upgrade, Night.Place));
        Assert.Empty(MoveProcedure.Decide(Upgrade, Night.Place, Now, Night.Engineer).Events);
        var old = Upgrade with { Procedure = "0123" };
        Assert.True(MoveProcedure.IsOffered(old, Night.Place));
        Assert.Equal(Upgrade.Procedure, Told(old, MoveProcedure.Decide(old, Night.Place, Now, Night.Engineer)).Procedure);
        Assert.Equal("procedure-running", MoveProcedure.Decide(old with { Operations = [Run] }, Night.Place, Now, Night.Engineer).Refusal?.Code);
    }

    [Fact]
    public void Closing_is_refused_with_what_is_owed()
    {
        var refusal = CloseVisit.Decide(OnSite with { Operations = [Run] }, Night.Place, Now, Night.Engineer).Refusal!;

        Assert.Equal("close-owed", refusal.Code);
        Assert.Contains("it still runs", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("left the site for good", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("more", refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_names_each_thing_once_with_its_owner_and_its_age()
    {
        var ledger = ClosingLedger.Of(Left with { Plan = Left.Plan with { EngineerIsSure = false } }, Night.Place, At(4, 9));

        Assert.Equal(ledger.Length, ledger.Select(line => (line.Kind, line.Id, line.Title)).Distinct().Count());
        Assert.Equal([Night.Remote], ledger.Single(line => line.Id == "expert_review").Owners.AsEnumerable());
        Assert.DoesNotContain(ledger, line => line is { Kind: LedgerKind.Step, Id: "follow_up_call" });
        Assert.True(ledger.Single(line => line.Id == "follow_up").Overdue);
        Assert.Equal(At(4, 9) - At(0, 15), ledger.Single(line => line.Id == "follow_up").AgeAt(At(4, 9)));
        Assert.Equal(["2026-03-10"], ledger.Where(line => line.Id == "daily_record").Select(line => line.Title.En[^10..]));
    }

    private static Visit Told(Visit visit, Decided decided)
    {
        Assert.Null(decided.Refusal);
        return VisitChange.Of(visit).Tell(decided, Now, Night.Engineer).After;
    }

    private static Visit Cutover =>
        Of("cutover") with { ArrivedAt = At(0, 23), Operations = [Run with { Operation = "cutover", EndedAt = At(1, 2), Outcome = OperationOutcome.Done }] };

    private static Decided Asked(Visit visit, LeavingMode how, string? watchedBy = null)
    {
        var asking = new GateAsking(visit, OperationKind.LeaveSite, null, Now, Night.Engineer, "d2") { Leaving = how, WatchedBy = watchedBy };
        return Leave(visit, how, watchedBy, AskGate.Decide(asking, Night.Place, []).Answer!.Verdict);
    }

    private static Decided Leave(Visit visit, LeavingMode how, string? watchedBy, Verdict verdict) =>
        LeaveSite.Decide(visit, how, watchedBy, verdict, "d2", Night.Place, Now, Night.Engineer);

    private static Decided Sign(Visit visit, string form, string? by, string? witness, string? file) =>
        SignForm.Decide(visit, form, PrivateText.Of(by), PrivateText.Of(witness), file, Night.Place, Now, Night.Engineer);
}
