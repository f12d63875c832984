using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>What was told wrongly is taken back with a reason: a new fact, and the story keeps both.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public async Task A_correction_needs_its_reason_opens_the_step_and_stands_in_the_story()
    {
        await using var scene = await Scene.Set();
        await scene.TakesTheBackup();
        await scene.OpensTheBackup();

        Assert.NotNull((await scene.Engineer.Presses("step.withdraw", "backup")).Note);
        await scene.Engineer.Presses("step.withdraw", "backup", ("f_reason", "备错了网元"));

        Assert.Contains("本次操作还没有备份", (await scene.Engineer.Says("可以升级了吗？"))[0].Says, StringComparison.Ordinal);
        var story = await scene.Export(Night.Visit, "zh");
        Assert.Contains("完成：数据已备份", story, StringComparison.Ordinal);
        Assert.Contains("更正：撤回“数据已备份”：备错了网元", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_confirmation_while_it_runs_warns_the_engineer_and_the_channel()
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();
        await scene.OpensTheBackup();

        await scene.Engineer.Presses("step.withdraw", "backup", ("f_reason", "备份文件损坏"));
        await scene.Settle();

        Assert.Contains("26 数据已备份", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains("备份文件损坏", await scene.Export(Night.Visit, "zh"), StringComparison.Ordinal);
    }
}
