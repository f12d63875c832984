using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>The good night: an upgrade from half past eleven to the closed follow-up, with the people around it.</summary>
public sealed class GoodNightTests
{
    [Fact]
    public async Task An_upgrade_goes_from_the_question_to_the_closed_follow_up()
    {
        await using var scene = await Scene.Set();
        var engineer = scene.Engineer;

        // 23:30: what is missing, and who is asked.
        await engineer.Says("可以升级了吗？");
        Assert.Contains("赵磊", (await engineer.Presses("consent.ask")).Says, StringComparison.Ordinal);
        await scene.Settle();
        Assert.Contains("MSC-1", scene.ProductSupport.Last.Says, StringComparison.Ordinal);
        Assert.Contains("V3.08.21", scene.OfficeHead.Last.Says, StringComparison.Ordinal);

        await scene.ProductSupport.Presses("consent.approve");
        await scene.OfficeHead.Presses("consent.approve");
        await scene.Settle();
        Assert.Contains(engineer.Received, post => post.Says.Contains("王芳", StringComparison.Ordinal));
        await engineer.Says("备份好了 10.1.1.5:/bk 已校验");

        // Midnight: a go, and the start decides again.
        Assert.DoesNotContain(engineer.Received[^1].Card?.Buttons ?? [], button => button.Verb == "operation.start");
        await scene.ForwardTo("2026-03-11T00:00:00+08:00");
        await engineer.Says("现在可以升级吗");
        var running = await engineer.Presses("operation.start");
        Assert.Contains("03:30", running.Says, StringComparison.Ordinal);

        await scene.Forward("PT1H");
        await engineer.Presses("operation.end", "done", ("f_issues", "无"));

        // Testing, reporting, leaving: what is not owed here is said not to apply.
        foreach (var text in new[]
        {
            "18 不适用 用户没要求", "19 不适用 没带物品", "29 完成", "30 完成", "31 完成 遗留问题 无", "32 完成 周经理", "33 没有", "35 完成",
        })
        {
            await engineer.Says(text);
        }

        await scene.Settle();
        Assert.Contains(scene.ChannelCards(), card => card.Says.Contains("MSC-1", StringComparison.Ordinal));
        await engineer.Says("我可以走了吗");
        await engineer.Presses("leave", "for_good");

        // Three days of reminders, then the call; the report and the archive close it.
        var before = engineer.Received.Count;
        await scene.Forward("P2D");
        Assert.Contains(engineer.Received.Skip(before), post => post.Says.Contains("6.4-3", StringComparison.Ordinal));
        await engineer.Says("回访完成 周经理 正常");
        await engineer.Says("37 没有");
        await engineer.Says("39 完成");
        await engineer.Says("40 完成");
        await engineer.Says("日报写了");
        await engineer.Says("日报写了");
        await engineer.Says("服务结束，关闭");
        Assert.Contains("服务已结束", engineer.Last.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_ten_minutes_after_a_consent_was_withdrawn_opens_nothing()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("可以升级了吗？");
        await scene.Engineer.Presses("consent.ask");
        await scene.Settle();
        await scene.ProductSupport.Presses("consent.approve");
        await scene.OfficeHead.Presses("consent.approve");
        await scene.Engineer.Says("备份好了 10.1.1.5:/bk 已校验");
        await scene.ForwardTo("2026-03-11T00:05:00+08:00");
        await scene.Engineer.Says("现在可以升级吗");
        var go = scene.Engineer.Received.Last(post => post.Card is not null);

        await scene.OfficeHead.Presses("consent.withdraw", ("f_reason", "客户要求改期"));
        await scene.Forward("PT10M");
        var answer = await scene.Engineer.Presses(go, go.Card!.Button("operation.start"));

        Assert.Contains("6.5-3", answer.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.InPlace?.Buttons ?? [], button => button.Verb == "operation.end");
    }

    [Fact]
    public async Task Two_approvers_cannot_both_answer_and_the_engineer_cannot_answer_at_all()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("可以升级了吗？");
        await scene.Engineer.Presses("consent.ask");
        await scene.Settle();
        var card = scene.OfficeHead.Last;
        var approve = card.Card!.Button("consent.approve");

        var refused = await scene.Engineer.Presses(card, approve);
        await scene.OfficeHead.Presses(card, approve);
        var again = await scene.OfficeHead.Presses(card, card.Card!.Button("consent.reject"), ("f_reason", "不同意"));

        Assert.NotNull(refused.Note);
        Assert.NotNull(again.Note);
    }

    [Fact]
    public async Task What_was_told_survives_a_restart_and_the_conversation_goes_on()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("备份好了 10.1.1.5:/bk 已校验");

        await scene.Restart();
        await scene.Engineer.Says("可以升级了吗？");

        Assert.DoesNotContain("本次操作还没有备份", scene.Engineer.Last.Says, StringComparison.Ordinal);
    }
}
