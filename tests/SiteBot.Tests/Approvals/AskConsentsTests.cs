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
