using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>Nobody answered until four hours before the window: who was asked is chased, the engineer and the deputy are told.</summary>
public sealed class UnansweredConsentTests
{
    [Fact]
    public async Task Who_was_asked_is_chased_and_the_engineer_and_the_deputy_are_told()
    {
        await using var scene = await Scene.Set(directory: directory => directory.Of("wang.fang", "roles: [office_head]", "roles: [office_head]\n    deputies: [{id: chen.yu, from: 2026-03-11}]"));
        await scene.ChangesThePlan(("f_from", "23:00"), ("f_to", "03:00"), ("f_date", "2026-03-11"));
        await scene.Settle();
        await scene.ForwardTo("2026-03-11T12:00:00+08:00");
        await scene.Engineer.Says("现在进展怎样");
        var (chased, told, deputy) = (scene.OfficeHead.Received.Count, scene.Engineer.Received.Count, scene.RemoteSupport.Received.Count);

        await scene.ForwardTo("2026-03-11T19:00:00+08:00");

        Assert.Contains(scene.OfficeHead.Received.Skip(chased), post => post.Says.Contains("还在等你答复", StringComparison.Ordinal));
        Assert.Contains(scene.Engineer.Received.Skip(told), post => post.Says.Contains("王芳", StringComparison.Ordinal) && post.Says.Contains("还没答复", StringComparison.Ordinal));
        Assert.Contains(scene.RemoteSupport.Received.Skip(deputy), post => post.Says.Contains("还没答复", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_answered_is_not_chased()
    {
        await using var scene = await Scene.Set();
        await scene.ChangesThePlan(("f_from", "23:00"), ("f_to", "03:00"), ("f_date", "2026-03-11"));
        await scene.Settle();
        await scene.BothApprove();
        var before = scene.OfficeHead.Received.Count;

        await scene.ForwardTo("2026-03-11T19:00:00+08:00");

        Assert.DoesNotContain(scene.OfficeHead.Received.Skip(before), post => post.Says.Contains("还在等你答复", StringComparison.Ordinal));
    }
}
