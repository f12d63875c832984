using SiteBot.Gate;
using SiteBot.Visits;
using SiteBot.Visits.Short;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Visits.Short;

public sealed class ShortActTests
{
    private static readonly ShortActs Acts = ShortActs.Load(Shipped.Dialogs);

    private static Visit AtTheSite => Prepared.Told(new VisitEvent.Arrived(), At(0, 23));

    private static Visit Running => AtTheSite.Told(new VisitEvent.OperationStarted("upgrade", "d1", At(1, 3, 30), At(1, 4)), HalfPast);

    [Theory]
    [InlineData("开始升级")]
    [InlineData("现在开始操作")]
    [InlineData("升级开始了")]
    [InlineData("begin the upgrade")]
    [InlineData("Starting the operation now")]
    public void At_the_site_it_begins(string text) => Assert.IsType<ShortAct.Begin>(Acts.Read(text, AtTheSite, Place));

    [Theory]
    [InlineData("升级完成了", OperationOutcome.Done, null)]
    [InlineData("操作完成，遗留问题：单板 3 告警", OperationOutcome.Done, "单板 3 告警")]
    [InlineData("The upgrade is done.", OperationOutcome.Done, null)]
    [InlineData("已回退", OperationOutcome.RolledBack, null)]
    [InlineData("rolled back, open issues: board 3 does not start", OperationOutcome.RolledBack, "board 3 does not start")]
    [InlineData("升级失败了", OperationOutcome.Failed, null)]
    [InlineData("the upgrade failed", OperationOutcome.Failed, null)]
    public void What_runs_ends(string text, OperationOutcome outcome, string? open)
    {
        var end = Assert.IsType<ShortAct.End>(Acts.Read(text, Running, Place));
        Assert.Equal((outcome, open), (end.Outcome, end.OpenIssues?.Value));
    }

    [Theory]
    [InlineData("撤离现场", LeavingMode.ForGood)]
    [InlineData("I am leaving for good", LeavingMode.ForGood)]
    [InlineData("今晚收工，明天再来", LeavingMode.ForTheNight)]
    [InlineData("back tomorrow", LeavingMode.ForTheNight)]
    public void Who_is_there_leaves(string text, LeavingMode how) => Assert.Equal(new ShortAct.Leave(how), Acts.Read(text, AtTheSite, Place));

    [Theory]
    [InlineData("交给孙波")]
    [InlineData("hand over to Sun Bo")]
    [InlineData("handed over to sun.bo.")]
    public void It_is_handed_to_somebody_of_the_directory(string text) => Assert.Equal(new ShortAct.HandOver(Colleague), Acts.Read(text, Running, Place));

    [Theory]
    [InlineData("日报写了", null)]
    [InlineData("每日工作记录写好了：升级完成", "升级完成")]
    [InlineData("daily work record written: upgrade done, nothing open", "upgrade done, nothing open")]
    public void A_duty_is_done(string text, string? note)
    {
        var duty = Assert.IsType<ShortAct.Duty>(Acts.Read(text, AtTheSite, Place));
        Assert.Equal(("daily_record", note), (duty.Id, duty.Note?.Value));
    }

    [Fact]
    public void A_question_is_answered_by_its_number()
    {
        var answer = Assert.IsType<ShortAct.Answer>(Acts.Read("答复 q1：已说明，是计划内告警", AtTheSite, Place));
        Assert.Equal(("q1", "已说明，是计划内告警"), (answer.Id, answer.Said?.Value));
    }

    [Theory]
    [InlineData("升级完成了吗")]
    [InlineData("rolled back?")]
    [InlineData("升级完成之后要做什么")]
    [InlineData("the upgrade is done by Friday")]
    [InlineData("交给用户")]
    [InlineData("开始升级")]
    public void A_question_a_longer_sentence_and_what_cannot_be_meant_do_nothing(string text) => Assert.Null(Acts.Read(text, Running, Place));

    [Fact]
    public void What_does_not_run_does_not_end_and_who_is_not_there_does_not_leave()
    {
        Assert.Null(Acts.Read("升级完成了", AtTheSite, Place));
        Assert.Null(Acts.Read("撤离现场", Prepared, Place));
        Assert.Null(Acts.Read("开始升级", Prepared, Place));
    }
}
