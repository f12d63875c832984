using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class InstallationTests
{
    [Fact]
    public async Task An_installation_is_signed_at_each_gate_cleared_each_evening_stopped_and_resumed_and_closed()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Contractor;
        await scene.ProjectManager.Says("你好");
        var job = await Job.Begin(scene, engineer, "installation", "开始工程安装", ("f_site", "BJ-077"), ("f_date", "2026-03-17"), ("f_from", "09:00"), ("f_to", "18:00"));

        // 5.2-13: a week later the project manager, and nobody else, owes the customer the week's progress.
        scene.ProjectManager.New();
        await scene.ForwardTo("2026-03-17T08:45:00+08:00");
        Assert.Contains(scene.ProjectManager.New(), post => post.Says.Contains("5.2-13", StringComparison.Ordinal));
        Assert.DoesNotContain(engineer.Received, post => post.Says.Contains("5.2-13", StringComparison.Ordinal));
        Assert.Contains("已完成", (await scene.ProjectManager.Presses("duty.done", "weekly_progress")).Says, StringComparison.Ordinal);

        // 5.2-2 to 5.2-4: no works before the rules are known, the hazards registered and both reports signed.
        await engineer.Says("继续");
        await job.WalkTo("environment_signed");
        var notYet = await job.Asks("现在可以开工了吗");
        Assert.Contains("5.2-3", notYet, StringComparison.Ordinal);
        Assert.Contains("5.2-4", notYet, StringComparison.Ordinal);
        var unsigned = await engineer.Presses("step.done", "environment_signed", ("f_by", "王工"));
        Assert.Contains("照片", unsigned.Note, StringComparison.Ordinal);
        await job.Answer();
        await job.WalkTo("goods_checked");
        Assert.StartsWith("可以", await job.Asks("现在可以开工了吗"), StringComparison.Ordinal);

        // 5.2-5: the customer is there when the cases are opened, and both sign.
        await job.WalkTo("site_clean");

        // 5.2-11: a stop is reported and signed by both, and reminded of until the works go on.
        await job.Opens("works_stopped");
        await job.SendsPhoto();
        await engineer.Presses("step.done", "works_stopped", ("f_what", "用户电源未就绪"), ("f_by", "王工"));
        engineer.New();
        await scene.ForwardTo("2026-03-17T19:00:00+08:00");
        var evening = engineer.New();
        Assert.All(new[] { "5.2-6", "5.2-7", "5.2-11" }, provision => Assert.Contains(evening, post => post.Says.Contains(provision, StringComparison.Ordinal)));
        await job.DoesItsDuties();
        await job.LeavesForTheNight();

        await scene.ForwardTo("2026-03-18T09:00:00+08:00");
        Assert.Contains("已记录", string.Join('\n', (await engineer.Says("我到了")).Select(post => post.Says)), StringComparison.Ordinal);
        await job.Opens("works_resumed");
        await job.SendsPhoto();
        await engineer.Presses("step.done", "works_resumed", ("f_by", "王工"));
        var report = await engineer.Presses("form.produce", "stop_resume_report");
        Assert.Contains("停/复工报告", report.Says, StringComparison.Ordinal);
        await engineer.Presses("form.sign", "stop_resume_report", ("f_by", "王工"), ("f_witness", "李工"));

        await engineer.Says("继续");
        Assert.Contains("服务已结束", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
