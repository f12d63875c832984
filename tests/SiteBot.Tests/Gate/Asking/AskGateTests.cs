using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Gate.Decisions;
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
        var record = DecisionRecord.Read(answer.Write);

        Assert.Equal(("v7.d1", "v7", Engineer), (record.Id, record.Visit, record.AskedBy));
        Assert.True(DecisionReplay.Of(record, Place.Gate).IsSame);
        Assert.Contains(record.Versions.Rules, answer.Texts.Select(text => text.Hash));
    }

    [Fact]
    public void Asked_ahead_it_is_decided_for_that_moment_by_what_was_told_by_now()
    {
        var answer = AllSet.Ask(now: At(0, 23, 30), moment: At(1, 2)).Answered();

        Assert.Equal((true, At(1, 2), VerdictKind.Go), (answer.IsAhead, answer.Moment, answer.Verdict.Kind));
        Assert.Equal(VerdictKind.Wait, AllSet.Ask(now: At(0, 23, 30)).Answered().Verdict.Kind);
    }

    [Fact]
    public void Asked_for_a_moment_that_has_passed_it_is_decided_for_now() =>
        Assert.Equal((HalfPast, false), (AllSet.Ask(moment: At(1, 0)).Answered().Moment, AllSet.Ask(moment: At(1, 0)).Answered().IsAhead));

    [Fact]
    public void Evidence_dated_ahead_of_now_does_not_count_however_far_ahead_is_asked()
    {
        var visit = AllSet.Step("escort", At(0, 23), ("by", "王五"), ("at", "2026-03-10T17:00:00Z"));

        Assert.Equal(CheckState.Missing, visit.Ask(now: At(0, 23, 30), moment: At(1, 2)).Answered().Verdict.Checks.Single(check => check.Id == "escort").State);
    }
}
