using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Visits;

public sealed class OperationVerbTests
{
    private static readonly PrivateText Why = new("用户要求马上恢复");

    private static OperationBegun Start(Visit visit, Instant? now = null, string by = Engineer, Instant? moment = null) =>
        StartOperation.Decide(new GateAsking(visit, null, moment, now ?? HalfPast, by, "d2"), Place, []);

    private static Visit Running(Instant? at = null) => VisitChange.Of(AllSet).Tell(Start(AllSet, at).Decided, at ?? HalfPast, Engineer).After;

    [Fact]
    public void A_go_begins_with_its_decision_and_the_moments_to_keep()
    {
        var begun = Start(AllSet);
        var run = VisitChange.Of(AllSet).Tell(begun.Decided, HalfPast, Engineer).After.Running!;

        Assert.Equal(("upgrade", "v7.d2", HalfPast, At(1, 3, 30), At(1, 4)), (run.Operation, run.Decision, run.StartedAt, run.RollBackBy!.Value, run.EndBy!.Value));
        Assert.Equal("v7.d2", begun.Reply!.Answer!.Id);
    }

    [Fact]
    public void A_go_of_ten_minutes_ago_opens_nothing()
    {
        Assert.Equal(VerdictKind.Go, AllSet.Ask().Answered().Verdict.Kind);
        var changed = AllSet.Told(new VisitEvent.ConsentWithdrawn("r2", null), HalfPast + Duration.FromMinutes(5), Head);
        var begun = Start(changed, HalfPast + Duration.FromMinutes(10));

        begun.Decided.Refusal.Speaks("no-go");
        Assert.StartsWith("先不要开始。", begun.Decided.Refusal!.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.No, begun.Reply!.Answer!.Verdict.Kind);
    }

    [Fact]
    public void It_begins_now_whatever_moment_was_asked_about() =>
        Start(AllSet, At(0, 23, 30), moment: At(1, 1)).Decided.Refusal.Speaks("no-go");

    [Fact]
    public void One_operation_runs_at_a_time()
    {
        var again = Start(Running(), HalfPast + Duration.FromMinutes(1));

        again.Decided.Refusal.Speaks("operation-running");
        Assert.Contains("since 00:30 (+08:00)", again.Decided.Refusal!.Sentence.En, StringComparison.Ordinal);
        Assert.Null(again.Reply);
    }

    [Fact]
    public void Strangers_begin_nothing_and_nothing_begins_in_a_visit_that_is_over()
    {
        Start(AllSet, by: Stranger).Decided.Refusal.Speaks("visit-not-yours");
        Start(AllSet.Told(new VisitEvent.Closed(), HalfPast)).Decided.Refusal.Speaks("visit-ended");
    }

    [Fact]
    public void What_the_gate_must_know_first_is_asked()
    {
        var begun = StartOperation.Decide(new GateAsking(AllSet, OperationKind.PowerOn, null, HalfPast, Engineer, "d2"), Place, []);

        begun.Decided.Refusal.Speaks("gate-question");
        Assert.Equal(GateQuestion.ShelfInService, begun.Reply!.Question);
    }

    // ---- without a go ----
    private static OperationBegun WithoutGo(Visit visit, PrivateText? why, string by = Engineer, Instant? startedAt = null) =>
        ActWithoutGo.Decide(new GateAsking(visit, null, null, HalfPast, by, "d3"), null, new PrivateText("王芳 电话"), why, startedAt, Place, []);

    [Fact]
    public void Who_acts_without_a_go_records_who_said_it_and_why_with_what_stood_against_it()
    {
        var acted = WithoutGo(Asked, Why);
        var change = VisitChange.Of(Asked).Tell(acted.Decided, HalfPast, Engineer);
        var run = change.After.Running!;

        Assert.Equal(("王芳 电话", Why, "v7.d3"), (run.WithoutGo!.SaidBy!.Value, run.WithoutGo.Why, run.Decision));
        Assert.Equal(VerdictKind.No, acted.Reply!.Answer!.Verdict.Kind);
        Assert.Equal(VerdictKind.No, change.After.Ask().Answered().Verdict.Kind);
    }

    [Fact]
    public void Told_late_it_carries_when_it_happened()
    {
        var change = VisitChange.Of(Asked).Tell(WithoutGo(Asked, Why, startedAt: At(1, 0)).Decided, HalfPast, Engineer);

        Assert.Equal((At(1, 0), HalfPast), (change.Facts[0].HappenedAt, change.Facts[0].ToldAt));
    }

    [Fact]
    public void Why_is_asked_for_and_strangers_record_nothing()
    {
        WithoutGo(Asked, null).Decided.Refusal.Speaks("without-go-why");
        WithoutGo(Asked, Why, Stranger).Decided.Refusal.Speaks("visit-not-yours");
        WithoutGo(Running(), Why).Decided.Refusal.Speaks("operation-running");
    }

    // ---- the end ----
    private static Decided End(Visit visit, OperationOutcome outcome = OperationOutcome.Done, int? run = null, Instant? endedAt = null, PrivateText? issues = null) =>
        EndOperation.Decide(visit, run, outcome, issues, endedAt, Engineer, At(1, 2), Place);

    [Theory]
    [InlineData(OperationOutcome.Done)]
    [InlineData(OperationOutcome.RolledBack)]
    [InlineData(OperationOutcome.Failed)]
    public void It_ends_as_it_was_told(OperationOutcome outcome)
    {
        var change = VisitChange.Of(Running()).Tell(End(Running(), outcome, 1, At(1, 1, 50), Why), At(1, 2), Engineer);

        Assert.Null(change.After.Running);
        Assert.Equal((outcome, At(1, 1, 50), Why), (change.After.Operations[0].Outcome!.Value, change.After.Operations[0].EndedAt!.Value, change.After.Operations[0].OpenIssues!));
    }

    [Fact]
    public void The_same_end_again_is_nothing_new_and_another_one_is_refused()
    {
        var ended = VisitChange.Of(Running()).Tell(End(Running()), At(1, 2), Engineer).After;

        Assert.Empty(End(ended, run: 1).Events);
        Assert.Null(End(ended, run: 1).Refusal);
        End(ended, OperationOutcome.Failed, 1).Refusal.Speaks("operation-ended");
        Assert.Contains("02:00 (+08:00)", End(ended, OperationOutcome.Failed).Refusal!.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_began_cannot_end()
    {
        End(AllSet).Refusal.Speaks("operation-none");
        End(Running(), run: 2).Refusal.Speaks("operation-none");
        End(Running(), endedAt: At(1, 0)).Refusal.Speaks("operation-end-before");
    }

    // ---- data ----
    [Fact]
    public void A_data_change_is_written_down_and_makes_the_backup_older()
    {
        RecordDataChange.Decide(AllSet, null, null, Engineer, HalfPast, Place).Refusal.Speaks("data-change-what");
        RecordDataChange.Decide(AllSet, Why, null, Stranger, HalfPast, Place).Refusal.Speaks("visit-not-yours");
        var changed = VisitChange.Of(AllSet).Tell(RecordDataChange.Decide(AllSet, Why, At(1, 0, 10), Engineer, HalfPast, Place), HalfPast, Engineer).After;

        Assert.Equal(At(1, 0, 10), changed.LastDataChangeAt);
        Assert.Equal(CheckState.Missing, changed.Ask().Answered().Verdict.Checks.Single(check => check.Id == "backup").State);
    }
}
