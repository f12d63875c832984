using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class CutoverTests
{
    [Fact]
    public async Task A_cutover_runs_at_night_is_tested_and_watched_for_as_long_as_the_policy_says_and_is_closed()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Contractor;
        var job = await Job.Begin(
            scene, engineer, "cutover", "开始割接", ("f_site", "BJ-077"), ("f_equipment", "MSC-2"), ("f_date", "2026-03-11"), ("f_from", "00:00"), ("f_to", "04:00"), ("f_minutes", "90"));
        await scene.Settle();
        await scene.ProductSupport.Presses("consent.approve");
        await scene.OfficeHead.Presses("consent.approve");

        // 6.3-3: a contractor's engineer shows the card of this product.
        Assert.Contains("6.3-3", await job.WalkTo("work_card"), StringComparison.Ordinal);
        await job.WalkTo(null);
        var early = await job.Asks("现在可以割接吗");
        Assert.Contains("6.3-9", early, StringComparison.Ordinal);
        Assert.StartsWith("请等到 03-11 00:00", early, StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T00:05:00+08:00");
        await job.Asks("现在可以割接吗");
        Assert.Contains("04:00", (await engineer.Presses("operation.start")).Says, StringComparison.Ordinal);
        await scene.Forward("PT1H");
        await engineer.Presses("operation.end", "done", ("f_issues", "无"));

        // 5.4-5: at least a day; that it is three of them is the policy, and the answer says so.
        await job.WalkTo("cutover_watched");
        var leaving = await job.LeavesForTheNight();
        Assert.Contains("不少于 24 小时（5.4-5）", leaving, StringComparison.Ordinal);
        Assert.Contains("3 天是政策", leaving, StringComparison.Ordinal);
        var looks = 0;
        job.Watches = async () =>
        {
            // Each look is taken in the morning; the first morning is that of the day after.
            await scene.Forward(looks++ == 0 ? "PT32H" : "P1D");
            Assert.Contains("5.4-5", await job.DoesItsDuties(), StringComparison.Ordinal);
            await engineer.Says("继续");
        };
        Assert.Contains("服务已结束", await job.LeavesAndCloses(), StringComparison.Ordinal);

        Assert.Equal(3, looks);
        job.WasRefusedByEveryGuard();
    }
}
