using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>A network that carries no cards: the engineer does the whole visit by short texts.</summary>
public sealed class BadNetworkTests
{
    [Fact]
    public async Task The_whole_visit_is_told_by_text()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.BothApprove();
        await scene.TakesTheBackup();
        await scene.ForwardTo("2026-03-11T00:00:00+08:00");
        var engineer = scene.Engineer;

        Assert.Contains("03:30", (await engineer.Says("开始升级"))[0].Says, StringComparison.Ordinal);
        await engineer.Says("改了数据 局数据增加 12 条");
        await scene.Forward("PT1H");
        Assert.Contains("操作已完成", (await engineer.Says("升级完成了，遗留问题：无"))[0].Says, StringComparison.Ordinal);
        await engineer.Says("18 不适用 用户没要求");
        await engineer.Says("19 不适用 没带物品");
        await engineer.Says("29 30 完成");
        await engineer.Says("遗留问题：无");
        await engineer.Says("汇报给 周经理");
        await engineer.Says("没有培训");
        await engineer.Says("现场清理了");
        Assert.Contains("三天内回访", (await engineer.Says("撤离现场"))[0].Says, StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-12T10:00:00+08:00");
        await engineer.Says("回访完成 周经理 正常");
        await engineer.Says("没有版本问题");
        await engineer.Says("报告提交了");
        await engineer.Says("归档了");
        await engineer.Says("日报写了");
        await engineer.Says("日报写了：升级完成，无遗留");
        Assert.Contains("服务已结束", (await engineer.Says("服务结束，关闭"))[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checklist_comes_as_text()
    {
        await using var scene = await Scene.Set();

        var answer = (await scene.Engineer.Says("清单 文字"))[0];

        Assert.Null(answer.Card);
        Assert.Contains("26 数据已备份", answer.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_by_text_is_decided_by_the_gate_as_a_press_is()
    {
        await using var scene = await Scene.Set();

        var answer = (await scene.Engineer.Says("开始升级"))[0];

        Assert.Contains("6.3-9", answer.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Card!.Buttons, button => button.Verb == "operation.end");
    }

    [Theory]
    [InlineData("已回退", "已回退")]
    [InlineData("升级失败", "操作失败")]
    [InlineData("rolled back, open issues: board 3 does not start", "board 3 does not start")]
    public async Task How_it_ended_is_told_by_text(string text, string says)
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();

        Assert.Contains(says, (await scene.Engineer.Says(text))[0].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("升级完成了吗")]
    [InlineData("升级完成之后要做什么")]
    public async Task A_question_ends_nothing(string text)
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();

        await scene.Engineer.Says(text);

        Assert.Contains("操作进行中", (await scene.Engineer.Says("现在进展怎样"))[0].Says, StringComparison.Ordinal);
    }
}
