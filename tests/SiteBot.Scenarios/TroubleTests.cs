using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>Trouble at the site: the alarm goes out with the first sentence (6.5-1).</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task The_first_sentence_alarms_product_support_the_head_and_the_channel()
    {
        await using var scene = await Scene.Set();

        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();

        Assert.Contains("BJ-042", scene.ProductSupport.Last.Says, StringComparison.Ordinal);
        Assert.Contains("BJ-042", scene.OfficeHead.Last.Says, StringComparison.Ordinal);
        Assert.Contains(scene.ProductSupport.Last.Card!.Buttons, button => button.Verb == "alarm.acknowledge");
        Assert.Contains(scene.ChannelCards(), card => card.Says.Contains("6.5-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_leaves_while_service_is_down_and_restoring_asks_what_was_done()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");

        await scene.Engineer.Says("我可以走了吗");
        var leaving = await scene.Engineer.Presses("leave", "for_good");
        Assert.Contains("6.3-10", leaving.Says, StringComparison.Ordinal);

        await scene.Engineer.Says("业务恢复了");
        await scene.Engineer.Presses("service.told", ("f_what", "倒换到备板"));
        await scene.Settle();
        Assert.Contains(scene.OfficeHead.Received, post => post.Says.Contains("倒换到备板", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_about_trouble_alarms_nobody()
    {
        await using var scene = await Scene.Set();

        await scene.Engineer.Says("what if all calls drop?");
        await scene.Engineer.Says("yesterday all calls dropped");
        await scene.Settle();

        Assert.Empty(scene.OfficeHead.Received);
    }

    [Fact]
    public async Task An_alarm_that_nobody_acknowledges_climbs_after_a_quarter_of_an_hour()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("计费出错了");
        await scene.Settle();
        var before = scene.OfficeHead.Received.Count + scene.ProductSupport.Received.Count;

        await scene.Forward("PT16M");

        Assert.True(scene.OfficeHead.Received.Count + scene.ProductSupport.Received.Count > before);
    }
}
