using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The scope changes after consent: the consent is void, who gave it hears which part changed, and it is asked anew.</summary>
public sealed class ChangedScopeTests
{
    [Fact]
    public async Task A_new_version_voids_the_consents_and_says_so()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.BothApprove();
        var before = scene.OfficeHead.Received.Count;

        var answer = await scene.ChangesThePlan(("f_target", "V3.09.00"));
        await scene.Settle();

        Assert.Contains("目标版本改了", answer.Says, StringComparison.Ordinal);
        Assert.Contains(scene.OfficeHead.Received.Skip(before), post => post.Says.Contains("目标版本", StringComparison.Ordinal));
        Assert.Contains("V3.09.00", scene.ConsentCard(scene.OfficeHead).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_the_former_scope_approves_nothing()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        var former = scene.ConsentCard(scene.OfficeHead);

        await scene.ChangesThePlan(("f_date", "2026-03-11"), ("f_from", "01:00"), ("f_to", "05:00"));
        var refused = await scene.OfficeHead.Presses(former, former.Card!.Button("consent.approve"));

        Assert.Contains("时间窗口", refused.Says, StringComparison.Ordinal);
        await scene.Settle();
        Assert.DoesNotContain("已同意", scene.ChannelCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_belong_to_the_scope_leaves_the_consents_as_they_are()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.BothApprove();

        await scene.ChangesThePlan(("f_alarms", "单板重启告警"));
        await scene.Settle();

        Assert.DoesNotContain("待答复", scene.ChannelCard(), StringComparison.Ordinal);
    }
}
