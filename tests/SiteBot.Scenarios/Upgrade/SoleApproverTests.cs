using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The engineer alone, who is also the only one to approve: nobody consents to work of their own, and the bot says whom to ask.</summary>
public sealed class SoleApproverTests
{
    [Fact]
    public async Task The_sole_head_who_leads_the_visit_is_told_whom_to_ask()
    {
        await using var scene = await Scene.Set(directory: LiMingIsTheOnlyHead);

        await scene.AsksForConsents();

        Assert.Contains(scene.Engineer.Received, post => post.Says.Contains("Root Admin", StringComparison.Ordinal) || post.Says.Contains("系统管理员", StringComparison.Ordinal));
        Assert.Contains(scene.Engineer.Received, post => post.Says.Contains("不能同意自己", StringComparison.Ordinal));
        Assert.DoesNotContain(scene.Engineer.Received, post => post.Card?.Buttons.Any(button => button.Verb == "consent.approve") == true);
    }

    [Fact]
    public async Task A_deputy_who_stands_in_is_asked_instead()
    {
        await using var scene = await Scene.Set(directory: text => LiMingIsTheOnlyHead(text).Of("li.ming", "products: [MSC]", "products: [MSC]\n    deputies: [{id: wang.fang}]"));

        await scene.AsksForConsents();

        Assert.Contains(scene.OfficeHead.Last.Card!.Buttons, button => button.Verb == "consent.approve");
    }

    private static string LiMingIsTheOnlyHead(string directory) => directory
        .Of("li.ming", "roles: [engineer]", "roles: [engineer, office_head]")
        .Of("wang.fang", "roles: [office_head]", "roles: [project_manager]");
}
