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
