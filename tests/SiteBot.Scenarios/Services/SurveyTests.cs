using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class SurveyTests
{
    [Fact]
    public async Task A_survey_moves_its_appointment_hands_two_reports_over_and_is_closed()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Engineer;
        var job = await Job.Begin(scene, engineer, "survey", "开始工程勘察", ("f_site", "BJ-077"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));

        // 5.1-2: who will be late phones ahead and agrees a new time; that is one press, which moves the appointment and what is reminded of before it.
        Assert.Contains("5.1-2", await job.WalkTo("arrive"), StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T08:50:00+08:00");
        await engineer.Says("我要迟到了，路上堵车");
        var moved = await engineer.Presses("visit.late", ("f_date", "2026-03-11"), ("f_time", "14:00"), ("f_why", "路上堵车，用户已谅解"));
        Assert.Contains("14:00", moved.Says, StringComparison.Ordinal);
        engineer.New();
        await scene.ForwardTo("2026-03-11T12:05:00+08:00");
        Assert.Contains(engineer.New(), post => post.Says.Contains("5.1-2", StringComparison.Ordinal) && post.Says.Contains("14:00", StringComparison.Ordinal));
        await engineer.Says("继续");

        // 5.1-3: both reports are drawn up and their copies handed to the customer, or nothing is closed.
        Assert.Contains("5.1-3", await job.WalkTo("survey_report_handed"), StringComparison.Ordinal);
        var form = await engineer.Presses("form.produce", "survey_report");
        Assert.Contains("工程勘察报告", form.Says, StringComparison.Ordinal);
        Assert.Contains("服务已结束", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
