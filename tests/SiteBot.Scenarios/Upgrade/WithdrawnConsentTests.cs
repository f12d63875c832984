using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>A consent is taken back before the start; once the operation runs it is too late, and the card says whom to call.</summary>
public sealed class WithdrawnConsentTests
{
    [Fact]
    public async Task The_engineer_and_the_channel_hear_at_once_and_the_verdict_falls()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.BothApprove();

        await scene.OfficeHead.Presses("consent.withdraw", ("f_reason", "用户当晚有重要会议"));
        await scene.Settle();

        Assert.Contains("用户当晚有重要会议", scene.Engineer.Last.Says, StringComparison.Ordinal);
        Assert.Contains("已撤回", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains("办事处负责人同意", (await scene.Engineer.Says("可以升级了吗？"))[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_has_begun_nothing_is_taken_back()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.BothApprove();
        var approved = scene.ConsentCard(scene.OfficeHead);
        await scene.TakesTheBackup();
        await scene.ForwardTo("2026-03-11T00:00:00+08:00");
        await scene.Engineer.Says("现在可以升级吗");
        await scene.Engineer.Presses("operation.start");

        var late = await scene.OfficeHead.Presses(approved, approved.Card!.Button("consent.withdraw"), ("f_reason", "改期"));

        Assert.Contains("打电话", late.Note, StringComparison.Ordinal);
    }
}
