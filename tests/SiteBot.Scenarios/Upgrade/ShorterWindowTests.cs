using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>An approver grants a part of the window asked for: the verdict reckons with that part.</summary>
public sealed class ShorterWindowTests
{
    [Fact]
    public async Task The_verdict_counts_on_the_window_that_was_granted()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.ProductSupport.Presses("consent.approve");

        await scene.OfficeHead.Presses(scene.ConsentCard(scene.OfficeHead), Shorter(scene), ("f_from", "01:00"), ("f_to", "04:00"));
        await scene.TakesTheBackup();
        await scene.ForwardTo("2026-03-11T00:10:00+08:00");

        Assert.Contains("01:00", (await scene.Engineer.Says("现在可以升级吗"))[0].Says, StringComparison.Ordinal);
        Assert.Contains("01:00–04:00", scene.ChannelCard(), StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T01:00:00+08:00");
        Assert.Contains((await scene.Engineer.Says("现在可以升级吗"))[0].Card!.Buttons, button => button.Verb == "operation.start");
    }

    [Theory]
    [InlineData("01:00", "02:00", "120")]
    [InlineData("22:00", "04:00", "申请的窗口")]
    public async Task A_window_too_short_or_outside_is_refused(string from, string to, string why)
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        var refused = await scene.OfficeHead.Presses(scene.ConsentCard(scene.OfficeHead), Shorter(scene), ("f_from", from), ("f_to", to));

        Assert.Contains(why, refused.Note, StringComparison.Ordinal);
    }

    private static Button Shorter(Scene scene) => scene.ConsentCard(scene.OfficeHead).Card!.Buttons.Last(button => button.Verb == "consent.approve");
}
