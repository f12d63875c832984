using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Approvals;

public sealed class AskConsentsTests
{
    private static readonly Instant Ten = At(0, 10);

    private static ConsentsAsked Ask(Visit visit, string by = Engineer, Instant? now = null, Workplace? workplace = null) =>
        AskConsents.Decide(visit, by, now ?? Ten, workplace ?? Place, "c1");

    private static (ApproverRole Role, string Who, bool Urgent)[] Requests(ConsentsAsked asked) =>
        [.. asked.Decided.Events.Cast<VisitEvent.ConsentAsked>().Select(e => (e.Role, string.Join("+", e.AskedOf), e.Urgent))];

    [Fact]
    public void Both_are_asked_of_who_has_the_role_as_soon_as_operation_and_window_are_set()
    {
        var asked = Ask(Begun());

        Assert.Equal([(ApproverRole.ProductSupport, Support, false), (ApproverRole.OfficeHead, Head, false)], Requests(asked));
        Assert.All(asked.Decided.Events.Cast<VisitEvent.ConsentAsked>(), e => Assert.Equal(Scope, e.Scope));
        Assert.Equal(["c1.ps", "c1.oh"], asked.Decided.Events.Cast<VisitEvent.ConsentAsked>().Select(e => e.Request));
    }

    [Theory]
    [InlineData("upgrade", true, true)]
    [InlineData("cutover", true, true)]
    [InlineData("disruptive_test", true, true)]
    [InlineData("data_change", false, true)]
    [InlineData("service_affecting", false, true)]
    [InlineData("hardware", false, true)]
    public void Whose_consent_is_asked_goes_by_the_gates_list(string operation, bool support, bool head) =>
        Assert.Equal((support, head), (
            Requests(Ask(Begun(Plan with { Operation = operation }))).Any(request => request.Role == ApproverRole.ProductSupport),
            Requests(Ask(Begun(Plan with { Operation = operation }))).Any(request => request.Role == ApproverRole.OfficeHead)));

    [Theory]
    [InlineData("read_only")]
    [InlineData("power_on")]
    public void An_operation_that_needs_none_is_told_so(string operation) => Ask(Begun(Plan with { Operation = operation })).Decided.Refusal.Speaks("consent-not-needed");

    [Fact]
    public void What_does_not_apply_or_is_waived_is_not_asked()
    {
        Assert.Empty(Requests(Ask(Begun(Plan with { Live = false }))));
        Assert.Empty(Requests(Ask(Begun(Plan with { Operation = "hardware", AffectsService = false, AffectsReason = "备板" }))));
        var down = Begun(Plan with { Operation = "hardware", RestoresService = true }).Told(new VisitEvent.ServiceStateTold(ServiceState.Interrupted, null), Ten);
        Assert.Empty(Requests(Ask(down)));
    }

    [Fact]
    public void A_restoring_operations_requests_are_urgent()
    {
        var down = Begun(Plan with { RestoresService = true }).Told(new VisitEvent.ServiceStateTold(ServiceState.Interrupted, null), Ten);

        Assert.All(Requests(Ask(down)), request => Assert.True(request.Urgent));
    }

    [Fact]
    public void Only_what_is_missing_is_asked_and_who_is_waited_for_is_named()
    {
        var waiting = Ask(Asked.Approved("r1", Support), now: At(0, 16));

        Assert.Empty(Requests(waiting));
        Assert.Contains("王芳（+86 10 5550 0003）", waiting.Notices.Single().Sentence.Zh);
        Assert.Contains("Wang Fang (+86 10 5550 0003)", waiting.Notices.Single().Sentence.En);
        Assert.Empty(Ask(AllSet, now: At(0, 16)).Notices);
    }

    public static TheoryData<string, Func<WorkPlan, WorkPlan>> Lacking => new()
    {
        { "the equipment", plan => plan with { Equipment = null } },
        { "the window", plan => plan with { To = null } },
        { "the target version", plan => plan with { TargetVersion = " " } },
        { "the operation", plan => plan with { Operation = null } },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void Of_a_plan_that_lacks_a_part_nothing_is_asked_and_the_part_is_named(string part, Func<WorkPlan, WorkPlan> lack)
    {
        var asked = Ask(Begun(lack(Plan)));

        asked.Decided.Refusal.Speaks("plan-incomplete");
        Assert.Contains(part, asked.Decided.Refusal!.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_is_over_is_not_asked_for() => Ask(Begun(), now: At(1, 4)).Decided.Refusal.Speaks("window-over");

    [Fact]
    public void A_sole_holder_who_leads_the_visit_is_not_asked_and_it_is_said_whom_to_turn_to()
    {
        var led = Begun() with { Lead = Head };
        var asked = Ask(led, by: Head);

        Assert.Equal([(ApproverRole.ProductSupport, Support, false)], Requests(asked));
        asked.Notices.Single().Speaks("consent-own");
        Assert.Contains("Root Admin (+86 755 5550 0008)", asked.Notices.Single().Sentence.En);
        Assert.Contains("上级的同意邮件（6.5-3）", asked.Notices.Single().Sentence.Zh);
    }

    [Fact]
    public void A_sole_holder_who_asks_is_not_asked() => Assert.Equal([(ApproverRole.ProductSupport, Support, false)], Requests(Ask(Begun(), by: Head)));

    [Fact]
    public void Where_nobody_can_be_asked_at_all_it_is_refused()
    {
        var led = Begun(Plan with { Operation = "hardware" }) with { Lead = Head };

        Ask(led, by: Head).Decided.Refusal.Speaks("consent-own");
    }

    [Fact]
    public void A_deputy_of_the_day_is_asked_beside_the_holder()
    {
        var deputised = Night.With("    office: BJ\n    roles: [office_head]", "    office: BJ\n    roles: [office_head]\n    deputies: [{id: liu.na, from: 2026-03-10, to: 2026-03-11}]");

        Assert.Contains((ApproverRole.OfficeHead, "wang.fang+liu.na", false), Requests(Ask(Begun(), workplace: deputised)));
        Assert.Contains((ApproverRole.OfficeHead, "wang.fang", false), Requests(Ask(Begun(Plan with { To = At(2, 0) }), now: At(1, 0, 1), workplace: deputised)));
        Assert.Equal([(ApproverRole.ProductSupport, Support, false), (ApproverRole.OfficeHead, "liu.na", false)], Requests(Ask(Begun() with { Lead = Head }, by: Head, workplace: deputised)));
    }

    [Fact]
    public void Who_was_rejected_asks_again_by_a_press_and_never_by_itself()
    {
        var rejected = Asked.Approved("r1", Support).Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head);

        Assert.Equal([(ApproverRole.OfficeHead, Head, false)], Requests(Ask(rejected, now: At(0, 16))));
        Assert.Empty(Requests(AskConsents.ByItself(rejected, Engineer, At(0, 16), Place, "c2")));
    }

    [Fact]
    public void After_a_changed_plan_what_it_voids_is_asked_again()
    {
        var moved = AllSet.Replanned(plan => plan with { To = At(1, 5) });
        var (decided, notices) = AskConsents.ByItself(moved, Engineer, At(0, 16), Place, "c2");
        var after = VisitChange.Of(moved).Tell(decided, At(0, 16), Engineer).After;

        Assert.Empty(notices);
        Assert.Equal(2, after.Consents.Count(request => request.State == ConsentState.Open && request.Scope.To == At(1, 5)));
        Assert.Equal(2, after.Consents.Count(request => request.State == ConsentState.Void));
    }

    [Fact]
    public void By_itself_nothing_is_refused_and_only_what_the_engineer_must_do_is_said()
    {
        ConsentsAsked ByItself(Visit visit, string by = Engineer) => AskConsents.ByItself(visit, by, At(0, 16), Place, "c2");

        Assert.All([ByItself(Begun(Plan with { To = null })), ByItself(Asked), ByItself(AllSet), ByItself(Begun(Plan with { Operation = "read_only" }))], asked =>
            Assert.Equal((null, 0, 0), (asked.Decided.Refusal, asked.Decided.Events.Length, asked.Notices.Length)));
        ByItself(Begun(Plan with { Operation = "hardware" }) with { Lead = Head }, Head).Notices.Single().Speaks("consent-own");
    }

    [Fact]
    public void Where_the_one_who_was_asked_leads_the_visit_since_another_is_asked_and_the_former_request_closes()
    {
        var deputised = Night.With("    office: BJ\n    roles: [office_head]", "    office: BJ\n    roles: [office_head]\n    deputies: [{id: liu.na}]");
        var handed = Asked.Approved("r1", Support).Told(new VisitEvent.HandedOver(Head, null), At(0, 15));
        var asked = Ask(handed, by: Head, now: At(0, 16), workplace: deputised);

        Assert.Equal([(ApproverRole.OfficeHead, "liu.na", false)], Requests(asked));
        var after = VisitChange.Of(handed).Tell(asked.Decided, At(0, 16), Head).After;
        var former = after.Consents.Single(request => request.Id == "r2");
        Assert.Equal((ConsentState.Void, "Nothing is left to answer: it was asked anew of others."), (former.State, ConsentStory.Of(former, after, deputised, At(0, 16)).En));
        Assert.Empty(Requests(Ask(after, by: Head, now: At(0, 17), workplace: deputised)));
    }

    [Fact]
    public void Who_left_the_directory_is_waited_for_no_longer()
    {
        var gone = Asked with { Consents = [.. Asked.Consents.Select(request => request with { AskedOf = ["gone"] })] };

        Assert.Equal([(ApproverRole.ProductSupport, Support, false), (ApproverRole.OfficeHead, Head, false)], Requests(Ask(gone)));
    }

    [Fact]
    public void Strangers_ask_for_nothing() => Ask(Begun(), by: Stranger).Decided.Refusal.Speaks("visit-not-yours");
}

public sealed class AnswerConsentTests
{
    private static readonly ConsentAnswer Yes = new(true);
    private static readonly ConsentAnswer No = new(false, Reason: new PrivateText("窗口太短"));
    private static readonly Instant Three = At(0, 15);

    private static Decided Answer(ConsentAnswer answer, string by = Head, Visit? visit = null, Instant? now = null, string request = "r2", string? scope = null, Workplace? workplace = null) =>
        AnswerConsent.Decide(visit ?? Asked, request, scope ?? Scope.Hash(), answer, by, now ?? Three, workplace ?? Place);

    private static ConsentRequest After(Decided decided, string by = Head) => VisitChange.Of(Asked).Tell(decided, Three, by).After.Consents.Single(request => request.Id == "r2");

    [Fact]
    public void Approved_it_holds_for_the_window_asked_for()
    {
        var request = After(Answer(Yes));

        Assert.Equal((ConsentState.Approved, Head, Three, Scope), (request.State, request.AnsweredBy, request.AnsweredAt!.Value, request.Granted));
    }

    [Fact]
    public void A_shorter_window_inside_the_asked_one_may_be_approved()
    {
        var request = After(Answer(new ConsentAnswer(true, At(1, 1), At(1, 3))));

        Assert.Equal((At(1, 1), At(1, 3)), (request.Granted.From, request.Granted.To));
        Assert.Equal(Scope, request.Scope);
    }

    [Theory]
    [InlineData(-1, 180, "consent-window")]
    [InlineData(0, 241, "consent-window")]
    [InlineData(180, 60, "consent-window")]
    [InlineData(60, 60, "consent-window")]
    [InlineData(0, 119, "consent-window-short")]
    [InlineData(0, 120, null)]
    [InlineData(120, 240, null)]
    public void A_window_outside_the_asked_one_or_too_short_for_the_operation_is_refused(int from, int to, string? code)
    {
        var decided = Answer(new ConsentAnswer(true, At(1, 0) + Duration.FromMinutes(from), At(1, 0) + Duration.FromMinutes(to)));

        if (code is null)
        {
            Assert.Null(decided.Refusal);
        }
        else
        {
            decided.Refusal.Speaks(code);
        }
    }

    [Fact]
    public void A_rejection_needs_a_reason()
    {
        Answer(new ConsentAnswer(false)).Refusal.Speaks("consent-reason");
        Assert.Equal((ConsentState.Rejected, "窗口太短"), (After(Answer(No)).State, After(Answer(No)).Reason!.Value));
    }

    [Theory]
    [InlineData(Support)]
    [InlineData(Stranger)]
    [InlineData(Admin)]
    [InlineData(Colleague)]
    [InlineData("nobody")]
    public void Only_who_was_asked_answers(string by) => Answer(Yes, by).Refusal.Speaks("consent-not-yours");

    [Fact]
    public void A_deputy_of_the_day_answers_and_not_a_day_later()
    {
        var deputised = Night.With("    office: BJ\n    roles: [office_head]", "    office: BJ\n    roles: [office_head]\n    deputies: [{id: liu.na, from: 2026-03-10, to: 2026-03-11}]");

        Assert.Equal("liu.na", After(Answer(Yes, "liu.na", workplace: deputised), "liu.na").AnsweredBy);
        Answer(Yes, "liu.na", now: At(1, 0), workplace: deputised).Refusal.Speaks("consent-not-yours");
        Answer(Yes, "liu.na").Refusal.Speaks("consent-not-yours");
    }

    [Fact]
    public void Nobody_answers_a_request_or_work_of_their_own()
    {
        var own = Asked with { Consents = [.. Asked.Consents.Select(request => request with { AskedBy = Head })] };
        Answer(Yes, visit: own).Refusal.Speaks("consent-own");
        Answer(Yes, visit: Asked.Told(new VisitEvent.HandedOver(Head, null), Three)).Refusal.Speaks("consent-own");
        var two = Asked with { Lead = Head, Consents = [.. Asked.Consents.Select(request => request with { AskedOf = [Head, "liu.na"] })] };
        Assert.Contains("刘娜（+86 10 5550 0007）", Answer(Yes, visit: two).Refusal!.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_answer_counts_and_the_second_hears_whose_it_was()
    {
        var two = Asked with { Consents = [.. Asked.Consents.Select(request => request with { AskedOf = [Head, "liu.na"] })] };
        var first = VisitChange.Of(two).Tell(Answer(Yes, visit: two), Three, Head).After;
        var second = Answer(No, "liu.na", first);

        second.Refusal.Speaks("consent-answered");
        Assert.Contains("王芳已于 15:00 (+08:00) 同意", second.Refusal!.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("Wang Fang approved it at 15:00 (+08:00)", second.Refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_answer_again_is_nothing_new_and_another_one_is_refused()
    {
        var answered = VisitChange.Of(Asked).Tell(Answer(Yes), Three, Head).After;

        Assert.Null(Answer(Yes, visit: answered).Refusal);
        Assert.Empty(Answer(Yes, visit: answered).Events);
        Answer(No, visit: answered).Refusal.Speaks("consent-answered");
        Answer(new ConsentAnswer(true, At(1, 1)), visit: answered).Refusal.Speaks("consent-answered");
    }

    [Fact]
    public void A_card_that_shows_another_scope_decides_nothing()
    {
        Answer(Yes, scope: (Scope with { To = At(1, 5) }).Hash()).Refusal.Speaks("consent-stale");
        Answer(Yes, request: "r9").Refusal.Speaks("consent-unknown");
    }

    [Fact]
    public void What_a_changed_plan_voided_is_not_answered_and_the_part_is_named()
    {
        var voided = Asked.Replanned(plan => plan with { TargetVersion = "V3.08.20", To = At(1, 5) }, Three);

        Answer(Yes, visit: voided).Refusal.Speaks("consent-answered");
        Assert.Contains("目标版本、时间窗口改了", Answer(Yes, visit: voided).Refusal!.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("the target version and the window changed", Answer(Yes, visit: voided).Refusal!.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_windows_end_it_is_too_late()
    {
        Assert.Null(Answer(Yes, now: At(1, 3, 59)).Refusal);
        Answer(Yes, now: At(1, 4)).Refusal.Speaks("window-over");
        Answer(Yes, visit: Asked.Told(new VisitEvent.Cancelled(null), Three)).Refusal.Speaks("visit-ended");
    }

    [Theory]
    [InlineData("01:00", "03:00", 1, 1, 1, 3)]
    [InlineData("00:00", "04:00", 1, 0, 1, 4)]
    [InlineData("23:00", "00:00", 1, 23, 2, 0)]
    public void Times_of_a_shorter_window_are_the_next_ones_from_the_asked_start(string from, string to, int day1, int hour1, int day2, int hour2) => Assert.Equal(
        (At(day1, hour1), At(day2, hour2)), ShorterWindow.Of(Scope, TimeOf(from), TimeOf(to), Beijing));

    private static LocalTime TimeOf(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}

public sealed class WithdrawConsentTests
{
    private static Decided Withdraw(Visit visit, string by = Head, string request = "r2", Instant? now = null) =>
        WithdrawConsent.Decide(visit, request, Scope.Hash(), null, by, now ?? At(0, 20), Place);

    [Fact]
    public void Who_gave_it_takes_it_back_before_the_start_once()
    {
        var decided = Withdraw(AllSet);

        Assert.IsType<VisitEvent.ConsentWithdrawn>(decided.Events.Single());
        var withdrawn = VisitChange.Of(AllSet).Tell(decided, At(0, 20), Head).After;
        Assert.Empty(Withdraw(withdrawn).Events);
        Assert.Null(Withdraw(withdrawn).Refusal);
    }

    [Theory]
    [InlineData(Support)]
    [InlineData(Engineer)]
    [InlineData(Admin)]
    public void Nobody_else_does(string by) => Withdraw(AllSet, by).Refusal.Speaks("consent-not-yours");

    [Fact]
    public void What_was_not_given_cannot_be_taken_back()
    {
        Withdraw(Asked).Refusal.Speaks("consent-not-given");
        Withdraw(Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head)).Refusal.Speaks("consent-not-given");
        Withdraw(AllSet.Replanned(plan => plan with { To = At(1, 5) })).Refusal.Speaks("consent-not-given");
    }

    [Fact]
    public void Once_the_operation_has_begun_it_is_too_late()
    {
        var begun = AllSet.Told(new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast);

        Withdraw(begun, now: At(1, 1)).Refusal.Speaks("operation-started");
        Withdraw(begun.Told(new VisitEvent.OperationEnded(OperationOutcome.Done, null), At(1, 1)), now: At(1, 1)).Refusal.Speaks("operation-started");
    }

    [Fact]
    public void One_by_mail_is_taken_back_by_the_role_or_by_who_entered_it()
    {
        var mailed = Asked.Told(new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, new PrivateText("王芳"), null), At(0, 17));

        Assert.NotEmpty(Withdraw(mailed, Head, "m1").Events);
        Assert.NotEmpty(Withdraw(mailed, Engineer, "m1").Events);
        Withdraw(mailed, Support, "m1").Refusal.Speaks("consent-not-yours");
    }
}

public sealed class EnterMailConsentTests
{
    private static Decided Enter(string? givenBy = "王芳", string by = Engineer, Visit? visit = null, ApproverRole role = ApproverRole.OfficeHead, Instant? now = null) =>
        EnterMailConsent.Decide(visit ?? Asked, role, PrivateText.Of(givenBy), "hash", by, now ?? At(0, 17), Place, "c3");

    [Fact]
    public void The_lead_may_enter_it_and_who_entered_it_stands_beside_it()
    {
        var after = VisitChange.Of(Asked).Tell(Enter(), At(0, 17), Engineer).After;
        var mailed = after.Consents[^1];

        Assert.Equal(("c3.mail", ConsentState.Approved, Engineer, "王芳"), (mailed.Id, mailed.State, mailed.AnsweredBy, mailed.ByMailOf!.Value));
        Assert.Equal("王芳（邮件，由李明录入）已于 17:00 (+08:00) 同意，时间 03-11 00:00 (+08:00)–04:00 (+08:00)。", ConsentStory.Of(mailed, after, Place, At(0, 18)).Zh);
        Assert.Equal("王芳 (by e-mail, entered by Li Ming)", ConsentStory.Who(mailed, Place).En);
    }

    [Theory]
    [InlineData(null, "consent-mail-who")]
    [InlineData("陈宇", "consent-mail-role")]
    [InlineData("Chen Yu", "consent-mail-role")]
    [InlineData("Li Ming", "consent-own")]
    [InlineData("李明", "consent-own")]
    public void Who_wrote_it_has_the_role_and_is_not_the_lead(string? givenBy, string code) => Enter(givenBy).Refusal.Speaks(code);

    [Theory]
    [InlineData("wang fang")]
    [InlineData("大区总经理")]
    public void A_superior_outside_the_directory_may_have_written_it(string givenBy) => Assert.NotEmpty(Enter(givenBy).Events);

    [Fact]
    public void What_was_answered_by_card_stands()
    {
        Enter(visit: AllSet).Refusal.Speaks("consent-given");
        Enter(visit: Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head)).Refusal.Speaks("consent-rejected");
    }

    [Fact]
    public void It_is_for_the_plan_as_it_stands()
    {
        Enter(visit: Begun(Plan with { To = null })).Refusal.Speaks("plan-incomplete");
        Enter(now: At(1, 4)).Refusal.Speaks("window-over");
        Enter("赵磊", visit: Begun(Plan with { Operation = "hardware" }), role: ApproverRole.ProductSupport).Refusal.Speaks("consent-not-needed");
        Enter(by: Stranger).Refusal.Speaks("visit-not-yours");
        Enter(visit: Asked.Told(new VisitEvent.Cancelled(null), At(0, 11))).Refusal.Speaks("visit-ended");
    }
}

public sealed class VoidedConsentsTests
{
    [Fact]
    public void Each_consent_that_a_changed_plan_voids_is_named_with_what_changed()
    {
        var voided = VoidedConsents.Of(AllSet, Plan with { TargetVersion = "V3.08.20" }, Place);

        Assert.Equal(["r1", "r2", null], voided.Select(consent => consent.Request?.Id));
        Assert.All(voided, consent => Assert.Equal([ScopePart.TargetVersion], consent.Changed.AsEnumerable()));
        Assert.Equal("产品用服的同意作废：目标版本改了，需要重新征求。", voided[0].Sentence.Zh);
        Assert.Equal("The consent of the head of the regional office is void: the target version changed; it has to be asked again.", voided[1].Sentence.En);
        Assert.Equal("The customer's consent is void: the target version changed; get it again and record it (6.5-5).", voided[2].Sentence.En);
    }

    [Fact]
    public void An_open_request_is_void_too_and_one_that_was_answered_no_is_not()
    {
        var some = Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head);

        Assert.Equal(["r1", null], VoidedConsents.Of(some, Plan with { From = At(1, 1) }, Place).Select(consent => consent.Request?.Id));
        Assert.Empty(VoidedConsents.Of(AllSet, Plan with { DurationMinutes = 60 }, Place));
    }
}

public sealed class RightToTests
{
    [Theory]
    [InlineData(Engineer, true, true)]
    [InlineData(Colleague, true, true)]
    [InlineData(Head, true, true)]
    [InlineData(Support, true, true)]
    [InlineData(Admin, true, true)]
    [InlineData("liu.na", true, true)]
    [InlineData(Remote, false, true)]
    [InlineData(Stranger, false, false)]
    [InlineData("karl.weiss", false, false)]
    public void Who_may_act_and_who_may_tell(string by, bool acts, bool tells)
    {
        Assert.Equal((acts, tells), (RightTo.Act(AllSet, by, Place, HalfPast) is null, RightTo.Tell(AllSet, by, Place, HalfPast) is null));
        if (!acts)
        {
            RightTo.Act(AllSet, by, Place, HalfPast).Speaks("visit-not-yours");
            Assert.Contains("Li Ming (+86 10 5550 0001)", RightTo.Act(AllSet, by, Place, HalfPast)!.Sentence.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_led_it_before_still_may()
    {
        var handed = AllSet.Told(new VisitEvent.HandedOver(Stranger, null), HalfPast).Told(new VisitEvent.HandedOver(Engineer, null), HalfPast);

        Assert.Null(RightTo.Act(handed, Stranger, Place, HalfPast));
    }

    [Fact]
    public void Who_is_not_in_the_directory_is_told_whom_to_ask()
    {
        var refusal = RightTo.Act(AllSet, "somebody", Place, HalfPast);

        refusal.Speaks("person-unknown");
        Assert.Contains("系统管理员（+86 755 5550 0008）", refusal!.Sentence.Zh, StringComparison.Ordinal);
    }
}
