using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>A consent is rejected (6.5-3): everybody sees why, and after a change it is asked anew.</summary>
public sealed class RejectedConsentTests
{
    [Fact]
    public async Task A_no_needs_its_reason()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        var refused = await scene.OfficeHead.Presses("consent.reject");

        Assert.Contains("为什么不同意", refused.Note, StringComparison.Ordinal);
        Assert.Contains("待答复", scene.ChannelCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engineer_the_verdict_and_the_channel_show_the_reason()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        await scene.OfficeHead.Presses("consent.reject", ("f_reason", "用户要求改到周四"));
        await scene.Settle();

        Assert.Contains("用户要求改到周四", scene.Engineer.Last.Says, StringComparison.Ordinal);
        Assert.Contains("用户要求改到周四", scene.ChannelCard(), StringComparison.Ordinal);
        var verdict = (await scene.Engineer.Says("可以升级了吗？"))[0];
        Assert.Contains("王芳", verdict.Says, StringComparison.Ordinal);
        Assert.Contains("用户要求改到周四", verdict.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_plan_was_changed_it_is_asked_anew_by_itself()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.OfficeHead.Presses("consent.reject", ("f_reason", "用户要求改到周四"));
        await scene.Settle();

        await scene.ChangesThePlan(("f_date", "2026-03-12"), ("f_from", "00:00"), ("f_to", "04:00"));
        await scene.Settle();

        Assert.Contains("03-12 00:00", scene.ConsentCard(scene.OfficeHead).Says, StringComparison.Ordinal);
        await scene.BothApprove();
        Assert.DoesNotContain("待答复", scene.ChannelCard(), StringComparison.Ordinal);
    }
}
