using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class MaintenanceTests
{
    [Fact]
    public async Task A_fault_is_taken_up_by_its_ticket_recorded_by_the_day_followed_up_within_three_days_and_closed()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Contractor;
        var job = await Job.Begin(
            scene, engineer, "maintenance", "开始故障处理",
            ("f_site", "BJ-077"), ("f_equipment", "MSC-2"), ("f_date", "2026-03-11"), ("f_from", "00:10"), ("f_to", "23:00"), ("f_minutes", "60"));

        // 6.1-2: by the problem management procedure, which gives it a number.
        Assert.Contains("6.1-2", await job.WalkTo("problem_procedure"), StringComparison.Ordinal);
        Assert.Contains("1042", (await job.Answer()).Says, StringComparison.Ordinal);

        await job.WalkTo("arrive");
        await scene.ForwardTo("2026-03-11T09:00:00+08:00");
        await job.WalkTo("service_normal");

        // 6.3-13: the daily record is owed in the evening, and drawing it up does it.
        engineer.New();
        await scene.ForwardTo("2026-03-11T19:00:00+08:00");
        Assert.Contains(engineer.New(), post => post.Says.Contains("6.3-13", StringComparison.Ordinal));
        Assert.True(await job.Owes("daily_record"));
        Assert.Contains("每日工作记录", (await engineer.Presses("form.produce", job.Visit)).Says, StringComparison.Ordinal);
        Assert.False(await job.Owes("daily_record"));

        // 4.4-12: what the customer asks is noted, and followed until it is answered.
        await engineer.Says("客户问：什么时候扩容？");
        Assert.Contains("什么时候扩容", string.Join('\n', (await engineer.Says("服务到哪一步了")).Select(post => post.Says)), StringComparison.Ordinal);

        await engineer.Says("继续");
        job.Answering("train_customer", ("f_what", "告警处理")).Denying("version_problem");
        await job.WalkTo("follow_up_call");
        await engineer.Says("我可以走了吗");
        await engineer.Presses("leave", "for_good");

        // 6.4-3: on each of the three mornings; an alarm that came back stays owed.
        engineer.New();
        await scene.ForwardTo("2026-03-12T09:00:00+08:00");
        Assert.Contains(engineer.New(), post => post.Says.Contains("6.4-3", StringComparison.Ordinal));
        await job.WalkTo(null);
        var ledger = await job.Asks("服务结束，关闭");
        Assert.Contains("4.4-12", ledger, StringComparison.Ordinal);
        Assert.Contains("什么时候扩容", ledger, StringComparison.Ordinal);
        await job.AnswersTheCustomer("什么时候扩容", "下季度扩容");
        Assert.Contains("服务已结束", await job.Asks("服务结束，关闭"), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
