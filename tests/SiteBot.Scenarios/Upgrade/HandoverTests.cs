using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>Three in the morning: the engineer hands the running operation to a colleague.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task The_colleague_hears_at_once_and_leads_from_then_on()
    {
        await using var scene = await Scene.Set();
        await scene.Contractor.Installs();
        await scene.HasBegun();
        await scene.ForwardTo("2026-03-11T03:00:00+08:00");

        await scene.Engineer.Says("现在进展怎样");
        await scene.Engineer.Presses("visit.hand_over", ("f_to", "sun.bo"), ("f_note", "单板 3 还在加载"));
        await scene.Settle();

        Assert.Contains(scene.Contractor.Received, post => post.Says.Contains("单板 3 还在加载", StringComparison.Ordinal));
        Assert.Contains("孙波", scene.ChannelCard(), StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T03:31:00+08:00");
        Assert.Contains("回退", scene.Contractor.Last.Says, StringComparison.Ordinal);
        Assert.Contains("操作已完成", (await scene.Contractor.Says("升级完成"))[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_text_too_and_who_handed_it_over_is_asked_nothing_more()
    {
        await using var scene = await Scene.Set();
        await scene.Contractor.Installs();
        await scene.HasBegun();
        await scene.ForwardTo("2026-03-11T03:00:00+08:00");

        Assert.Contains("孙波", (await scene.Engineer.Says("交给孙波"))[0].Says, StringComparison.Ordinal);
        await scene.Settle();
        var before = scene.Engineer.Received.Count;
        await scene.ForwardTo("2026-03-11T03:31:00+08:00");

        Assert.Equal(before, scene.Engineer.Received.Count);
        Assert.Contains("MSC-1", scene.Contractor.Last.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_the_regional_office_leads_no_visit()
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();

        Assert.Contains("王芳 不是", (await scene.Engineer.Says("交给王芳"))[0].Says, StringComparison.Ordinal);
    }
}
