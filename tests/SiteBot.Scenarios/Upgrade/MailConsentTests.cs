using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>A consent that came by e-mail (6.5-3) is entered by the engineer and stays marked as such.</summary>
public sealed class MailConsentTests
{
    [Fact]
    public async Task It_counts_and_says_who_wrote_it_and_who_entered_it()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.ProductSupport.Presses("consent.approve");

        var entered = await scene.Engineer.Presses("consent.mail", ("f_role", "office_head"), ("f_by", "王芳"));
        await scene.TakesTheBackup();
        await scene.ForwardTo("2026-03-11T00:00:00+08:00");

        Assert.Contains("王芳（邮件，由李明录入）", entered.Says, StringComparison.Ordinal);
        Assert.Contains("王芳 邮件同意", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains((await scene.Engineer.Says("现在可以升级吗"))[0].Card!.Buttons, button => button.Verb == "operation.start");
    }

    [Fact]
    public async Task The_card_of_who_was_asked_closes()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        await scene.Engineer.Presses("consent.mail", ("f_role", "office_head"), ("f_by", "王芳"));
        await scene.Settle();

        Assert.Contains("邮件，由李明录入", scene.OfficeHead.Last.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.OfficeHead.Last.Card!.Buttons, button => button.Verb == "consent.approve");
    }

    [Theory]
    [InlineData("李明", "不能同意自己")]
    [InlineData("陈宇", "陈宇不是")]
    public async Task A_mail_of_the_engineer_or_of_somebody_else_does_not_count(string writer, string why)
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        var refused = await scene.Engineer.Presses("consent.mail", ("f_role", "office_head"), ("f_by", writer));

        Assert.Contains(why, refused.Note, StringComparison.Ordinal);
    }
}
