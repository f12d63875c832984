using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The host stops and starts again between each two steps of the good night, over the same store: nothing is lost and nothing is told twice.</summary>
public sealed class RestartedNightTests
{
    [Fact]
    public async Task The_good_night_goes_on_as_if_nothing_had_been()
    {
        await using var scene = await Scene.Set();
        var engineer = scene.Engineer;
        Func<Task>[] steps =
        [
            () => engineer.Says("可以升级了吗？"),
            () => engineer.Presses("consent.ask"),
            () => scene.ProductSupport.Presses("consent.approve"),
            () => scene.OfficeHead.Presses("consent.approve"),
            scene.TakesTheBackup,
            () => scene.ForwardTo("2026-03-11T00:00:00+08:00"),
            () => engineer.Says("现在可以升级吗"),
            () => engineer.Presses("operation.start"),
            () => scene.Forward("PT1H"),
            () => engineer.Presses("operation.end", "done", ("f_issues", "无")),
            scene.TestsAndReports,
            () => engineer.Says("撤离现场"),
            () => scene.ForwardTo("2026-03-12T09:00:00+08:00"),
            () => engineer.Says("回访完成 周经理 正常"),
            () => engineer.Says("37 没有"),
            () => engineer.Says("39 40 完成"),
            () => engineer.Says("日报写了"),
            () => engineer.Says("日报写了"),
            () => engineer.Says("服务结束，关闭"),
        ];
        foreach (var step in steps)
        {
            await step();
            await scene.Settle();
            await scene.Restart();
            await scene.Settle();
        }

        Assert.Contains("服务已结束", engineer.Received.Last(post => post.Card is not null).Says, StringComparison.Ordinal);
        Assert.Contains("服务已结束", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Single(engineer.Received, post => !post.IsUpdate && post.Says.StartsWith("办事处负责人 — 已同意", StringComparison.Ordinal));
    }
}
