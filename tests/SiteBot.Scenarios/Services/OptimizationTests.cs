using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class OptimizationTests
{
    [Fact]
    public async Task An_optimisation_is_confirmed_by_the_customer_changes_data_in_the_evening_window_and_ends_with_its_report()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Engineer;
        var job = await Job.Begin(
            scene, engineer, "optimization", "开始网络优化",
            ("f_site", "BJ-077"), ("f_equipment", "MSC-2"), ("f_date", "2026-03-10"), ("f_from", "23:30"), ("f_to", "05:00"), ("f_minutes", "60"));
        await scene.Settle();
        await scene.OfficeHead.Presses("consent.approve");

        // 7-2, 7-4: the customer's leaders are met, and important measures are the customer's to confirm.
        Assert.Contains("7-2", await job.WalkTo("meet_leaders"), StringComparison.Ordinal);
        await job.WalkTo("customer_consent");
        Assert.Contains("6.5-5", await job.Asks("现在可以改数据吗"), StringComparison.Ordinal);
        Assert.Contains("7-4", job.Asked!.Says, StringComparison.Ordinal);
        await job.WalkTo(null);
        await job.Asks("现在可以改数据吗");
        await engineer.Presses("operation.start");

        // 6.3-9: what was changed is written down at once.
        await engineer.Presses("data.changed", ("f_what", "邻区门限 12 → 9"));
        await scene.Forward("PT30M");
        await engineer.Presses("operation.end", "done", ("f_issues", "无"));

        Assert.Contains("7-6", await job.WalkTo("planning_report"), StringComparison.Ordinal);
        Assert.Contains("规划/优化报告", (await engineer.Presses("form.produce", "planning_report")).Says, StringComparison.Ordinal);
        Assert.Contains("服务已结束", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
