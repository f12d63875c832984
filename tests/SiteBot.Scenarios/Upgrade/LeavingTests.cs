using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>Leaving is refused with its reasons while a guard is open.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task While_the_operation_runs_nobody_leaves()
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();

        Assert.Contains("操作还在进行", await LeaveForGood(scene), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_whole_was_tested_and_the_service_confirmed_nobody_leaves()
    {
        await using var scene = await Scene.Set();
        await scene.IsDone();

        var refused = await LeaveForGood(scene);

        Assert.Contains("6.3-10", refused, StringComparison.Ordinal);
        Assert.Contains("6.3-12", refused, StringComparison.Ordinal);
        Assert.Contains("5.5-3", (await scene.Engineer.Says("30 完成"))[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_that_took_place_wants_its_signed_record_first()
    {
        await using var scene = await Scene.Set();
        await scene.IsDone();
        await scene.TestsAndReports();
        await scene.Engineer.Says("33 完成 周经理 讲了新版本的告警");

        Assert.Contains("6.4-2", await LeaveForGood(scene), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_all_guards_closed_the_ledger_shows_what_is_owed_and_by_when()
    {
        await using var scene = await Scene.Set();

        var left = await scene.HasLeft();

        Assert.Contains("三天内回访用户", left.Says, StringComparison.Ordinal);
        Assert.Contains("03-15 00:00", left.Says, StringComparison.Ordinal);
    }

    private static async Task<string> LeaveForGood(Scene scene)
    {
        await scene.Engineer.Says("我可以走了吗");
        return (await scene.Engineer.Presses("leave", "for_good")).Says;
    }
}
