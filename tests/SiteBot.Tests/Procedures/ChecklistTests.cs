using NodaTime;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Procedures;

public sealed class ChecklistTests
{
    [Fact]
    public void Lines_are_numbered_from_one_and_keep_their_numbers_whatever_is_told()
    {
        var before = List(Upgrade);
        var after = List(Upgrade.With(Told("call_customer", At(0, 9))) with { Plan = Upgrade.Plan with { HandlesHardware = true } });

        Assert.Equal(Enumerable.Range(1, before.Lines.Count()), before.Lines.Select(line => line.Number));
        Assert.Equal(before.Lines.Select(line => (line.Number, line.Step.Id)), after.Lines.Select(line => (line.Number, line.Step.Id)));
    }

    [Fact]
    public void The_next_line_is_the_first_open_one_of_the_lead()
    {
        Assert.Equal("call_customer", List(Upgrade).Next!.Step.Id);
        Assert.Equal("learn_situation", List(Upgrade.With(Told("call_customer", At(0, 9)))).Next!.Step.Id);
    }

    [Fact]
    public void Conditions_that_do_not_hold_leave_a_line_out()
    {
        Assert.Equal(LineState.NotOwed, List(Upgrade).Find("office_contacts")!.State);
        Assert.Equal(LineState.Open, List(Upgrade with { Lead = Night.Support }).Find("office_contacts")!.State);
        Assert.Equal(LineState.NotOwed, List(Upgrade).Find("work_card")!.State);
        Assert.Equal(LineState.Open, List(Upgrade with { Lead = "sun.bo" }).Find("work_card")!.State);
    }

    [Fact]
    public void A_step_of_others_is_theirs_and_comes_last_for_the_lead()
    {
        var list = List(Upgrade with { Plan = Upgrade.Plan with { EngineerIsSure = false } });
        var review = list.Find("expert_review")!;

        Assert.False(review.IsLeads);
        Assert.Equal([Night.Remote], review.Owners.AsEnumerable());
        Assert.Equal("expert_review", list.NextOf(Night.Remote)!.Step.Id);
        Assert.Equal("plan_agreed", List(DoneUpTo(Upgrade, "expert_review")).Next!.Step.Id);
    }

    [Fact]
    public void Nothing_behind_an_open_guard_is_asked()
    {
        var visit = DoneUpTo(Upgrade, "arrive") with { };
        visit = visit with { Steps = visit.Steps.Remove("plan_agreed") };
        var list = List(visit);

        Assert.Equal(("preparation", "6.2-3"), (list.HoldsBack!.Phase.Id, list.HoldsBack.Guards.Single().Provision));
        Assert.Equal("plan_agreed", list.Next!.Step.Id);
        Assert.Equal("preparation", list.GuardedAgainst("enter_room")!.Phase.Id);
        Assert.Null(list.GuardedAgainst("pack"));
    }

    [Fact]
    public void What_follows_the_operation_is_not_asked_before_it()
    {
        var ready = DoneUpTo(Upgrade, "test_whole");
        var run = new OperationRun("upgrade", "d1", At(1, 1), null, null);

        Assert.True(List(ready).HoldsBack!.AwaitsOperation);
        Assert.Null(List(ready).Next);
        Assert.Null(List(ready with { Operations = [run] }).Next);
        Assert.Equal("test_whole", List(ready with { Operations = [run with { EndedAt = At(1, 2), Outcome = OperationOutcome.RolledBack }] }).Next!.Step.Id);
    }

    [Fact]
    public void Who_escorts_is_asked_again_after_twelve_hours_on_the_site()
    {
        var visit = Upgrade.With(Told("escort", At(0, 10))) with { ArrivedAt = At(0, 10) };

        Assert.Equal(LineState.Done, List(visit, At(0, 22)).Find("escort")!.State);
        Assert.True(List(visit, At(0, 22, 1)).Find("escort") is { State: LineState.Open, IsLapsed: true, Record: not null });
        Assert.Equal(LineState.Done, List(visit with { Left = new Departure(LeavingMode.ForGood, At(0, 21), null) }, At(2, 0)).Find("escort")!.State);
    }

    [Fact]
    public void No_photo_is_asked_for_without_leave()
    {
        Assert.False(List(Upgrade).Find("request_signed")!.AsksPhoto);
        Assert.False(List(Upgrade.With(Told("ask_photo", At(0, 9), StepOutcome.Failed))).Find("request_signed")!.AsksPhoto);
        Assert.True(List(Upgrade.With(Told("ask_photo", At(0, 9)))).Find("request_signed")!.AsksPhoto);
    }

    [Fact]
    public void A_no_closes_a_line_that_may_be_no_and_no_other()
    {
        Assert.Equal(LineState.AnsweredNo, List(Upgrade.With(Told("ask_photo", At(0, 9), StepOutcome.Failed))).Find("ask_photo")!.State);
        Assert.Equal(LineState.Failed, List(Upgrade.With(Told("test_whole", At(0, 9), StepOutcome.Failed))).Find("test_whole")!.State);
    }

    [Fact]
    public void A_line_as_needed_is_never_next_and_counts_for_nothing()
    {
        var list = List(Upgrade);

        Assert.Equal(LineState.AsNeeded, list.Find("data_changes")!.State);
        Assert.Equal(list.Lines.Count(line => line.State == LineState.Open), list.Owed);
        Assert.Equal(list.Owed + list.Lines.Count(line => line.State == LineState.NotOwed) + 3, list.Lines.Count());
    }

    [Fact]
    public void While_service_is_down_the_guard_on_leaving_is_open_whatever_was_ticked()
    {
        var visit = DoneUpTo(Upgrade, "follow_up_call") with { Operations = [Over("upgrade")] };

        Assert.Empty(List(visit).OpenGuardsOf("leaving"));
        Assert.Equal("6.3-10", List(visit with { ServiceState = ServiceState.Interrupted }).OpenGuardsOf("leaving").Single().Provision);
    }

    [Fact]
    public void The_watch_after_a_cutover_holds_for_a_day_at_least_and_says_what_is_policy()
    {
        var visit = DoneUpTo(Of("cutover"), "service_normal") with { ArrivedAt = At(0, 23), Operations = [Over("cutover")] };
        var watched = Enumerable.Range(2, 3).Aggregate(visit, (seen, day) => seen.With(
            "watch", duty => duty with { Done = duty.Done.Add($"2026-03-{10 + day}", At(day, 9)) }));

        var guard = List(visit, At(1, 9)).OpenGuardsOf("observation").First(guard => guard.Provision == "5.4-5");
        Assert.Contains("24 hours", guard.Why.En, StringComparison.Ordinal);
        Assert.Contains("policy (Beijing regional office)", guard.Why.En, StringComparison.Ordinal);
        Assert.DoesNotContain(List(watched, At(4, 10)).OpenGuardsOf("observation"), open => open.Lines.IsEmpty);
    }

    [Fact]
    public void A_watch_of_one_day_by_policy_is_still_never_under_24_hours()
    {
        var workplace = Night.With("watchDays: 3", "watchDays: 1");
        var ended = Over("cutover") with { EndedAt = At(0, 23) };
        var visit = DoneUpTo(Of("cutover", workplace), "service_normal").With("watch", duty => duty with { Done = duty.Done.Add("2026-03-11", At(1, 9)) })
            with { ArrivedAt = At(0, 20), Operations = [ended] };

        Assert.Contains(Checklist.Of(visit, workplace, At(1, 22, 59)).OpenGuardsOf("observation"), guard => guard.Provision == "5.4-5");
        Assert.DoesNotContain(Checklist.Of(visit, workplace, At(1, 23)).OpenGuardsOf("observation"), guard => guard.Provision == "5.4-5");
        Assert.Equal("watch-early", DoDuty.Decide(visit with { Duties = visit.Duties.Clear() }, "watch", null, null, workplace, At(1, 9), Night.Engineer).Refusal?.Code);
    }

    [Fact]
    public void Every_line_closed_means_nothing_is_next()
    {
        var list = List(DoneUpTo(Upgrade, null) with { Operations = [Over("upgrade")] });

        Assert.Null(list.Next);
        Assert.Null(list.CurrentPhase);
        Assert.Equal(list.Owed, list.Done);
    }

    private static OperationRun Over(string operation) => new(operation, "d1", At(1, 1), null, null) { EndedAt = At(1, 2), Outcome = OperationOutcome.Done };

    private static Checklist List(Visit visit, Instant? now = null) => Checklist.Of(visit, Night.Place, now ?? At(0, 12));

    /// <summary>Every step before one told as done; all of them for null.</summary>
    private static Visit DoneUpTo(Visit visit, string? step) =>
        ProcedureOf(visit).Steps.TakeWhile(known => known.Id != step).Aggregate(visit, (told, known) => told.With(Told(known.Id, At(0, 9))));
}
