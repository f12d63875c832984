using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>What the people of the sample's upgrade do, in the words of the field: half past eleven in Beijing, an upgrade from midnight on.</summary>
internal static class Night
{
    /// <summary>The visit.</summary>
    public const string Visit = "sample";

    public static async Task AsksForConsents(this Scene scene)
    {
        await scene.Engineer.Says("请办事处负责人和产品用服同意");
        await scene.Settle();
    }

    public static async Task BothApprove(this Scene scene)
    {
        await scene.ProductSupport.Presses("consent.approve");
        await scene.OfficeHead.Presses("consent.approve");
        await scene.Settle();
    }

    public static Task TakesTheBackup(this Scene scene) => scene.Engineer.Says("备份好了 10.1.1.5:/bk 已校验");

    /// <summary>Opens the line of the backup, as the checklist does.</summary>
    public static async Task OpensTheBackup(this Scene scene)
    {
        await scene.Engineer.Says("还差什么");
        var checklist = scene.Engineer.Received.Last(post => post.Card is not null);
        await scene.Engineer.Presses(checklist, new Button("26", "step.show", System.Text.Json.JsonSerializer.SerializeToElement(new { visit = Visit, step = "backup" })));
    }

    /// <summary>Midnight, with all that the gate asks for.</summary>
    public static async Task<Posted> IsReadyAtMidnight(this Scene scene)
    {
        await scene.AsksForConsents();
        await scene.BothApprove();
        await scene.TakesTheBackup();
        await scene.ForwardTo("2026-03-11T00:00:00+08:00");
        return (await scene.Engineer.Says("现在可以升级吗"))[0];
    }

    /// <summary>The operation runs, from midnight.</summary>
    public static async Task<Pressed> HasBegun(this Scene scene)
    {
        await scene.IsReadyAtMidnight();
        return await scene.Engineer.Presses("operation.start");
    }

    /// <summary>One o'clock: the operation is done.</summary>
    public static async Task<Pressed> IsDone(this Scene scene)
    {
        await scene.HasBegun();
        await scene.Forward("PT1H");
        return await scene.Engineer.Presses("operation.end", "done", ("f_issues", "无"));
    }

    /// <summary>What is told between the operation and the door; what is not owed here is said not to apply.</summary>
    public static async Task TestsAndReports(this Scene scene)
    {
        foreach (var text in (string[])["18 不适用 用户没要求", "19 不适用 没带物品", "29 完成", "30 完成", "31 完成 遗留问题 无", "32 完成 周经理", "33 没有", "35 完成"])
        {
            await scene.Engineer.Says(text);
        }

        await scene.Settle();
    }

    /// <summary>A little after one: the engineer has left the site for good.</summary>
    public static async Task<Pressed> HasLeft(this Scene scene)
    {
        await scene.IsDone();
        await scene.TestsAndReports();
        await scene.Engineer.Says("我可以走了吗");
        return await scene.Engineer.Presses("leave", "for_good");
    }

    /// <summary>Changes what the inputs name of the plan; the rest stays.</summary>
    public static async Task<Pressed> ChangesThePlan(this Scene scene, params (string Input, string Value)[] inputs)
    {
        await scene.Engineer.Says("现在进展怎样");
        await scene.Engineer.Presses("visit.plan_form");
        return await scene.Engineer.Presses("visit.plan", [.. inputs, ("f_reason", "用户改期")]);
    }

    /// <summary>What the visit's card in the channel says as it stands.</summary>
    public static string ChannelCard(this Scene scene) => scene.ChannelCards().Last(card => card.Says.Contains("MSC-1", StringComparison.Ordinal)).Says;

    /// <summary>The card with which somebody answers the consent, as it stands in their chat.</summary>
    public static Posted ConsentCard(this Scene scene, Actor approver) =>
        scene.CardsOf(Actor.PersonalChatOf(approver.UserId)).Last(card => card.Card!.Buttons.Any(button => button.Verb.StartsWith("consent.", StringComparison.Ordinal)));
}
