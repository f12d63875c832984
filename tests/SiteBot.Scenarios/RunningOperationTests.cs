using System.Text.Json;
using SiteBot.Host.Local;
using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>While an operation runs, and what is done against the gate's answer.</summary>
public sealed class RunningOperationTests
{
    [Fact]
    public async Task The_engineer_is_warned_before_the_last_moment_to_roll_back_and_before_the_windows_end()
    {
        await using var scene = await Running();
        scene.Engineer.New();

        await To(scene, "2026-03-11T03:01:00+08:00");
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("03:30", StringComparison.Ordinal) && post.Says.Contains("回退", StringComparison.Ordinal));
        await To(scene, "2026-03-11T03:31:00+08:00");
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("现在就回退", StringComparison.Ordinal));
        await To(scene, "2026-03-11T03:50:00+08:00");
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("04:00", StringComparison.Ordinal));
        scene.OfficeHead.New();
        await To(scene, "2026-03-11T04:01:00+08:00");
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("结束", StringComparison.Ordinal));
        Assert.Contains(scene.OfficeHead.New(), post => post.Says.Contains("结束", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_it_was_to_be_done_the_rest_is_asked_and_a_rest_that_does_not_fit_the_window_is_said_at_once()
    {
        await using var scene = await Running();
        scene.Engineer.New();
        await To(scene, "2026-03-11T02:02:00+08:00");
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("还要多少分钟", StringComparison.Ordinal));

        Assert.Contains((await scene.Engineer.Says("还要 20 分钟")), post => post.Says.Contains("来得及", StringComparison.Ordinal));
        Assert.Contains((await scene.Engineer.Says("还要 180 分钟")), post => post.Says.Contains("停在安全的一步", StringComparison.Ordinal) && post.Says.Contains("04:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fact_that_another_tells_while_it_runs_reaches_the_engineer_as_a_message_that_the_go_has_lapsed()
    {
        await using var scene = await Running();
        scene.Engineer.New();
        await scene.RemoteSupport.Says("你好");
        var told = await scene.RemoteSupport.Presses(
            scene.RemoteSupport.Last, new Button("", "data.changed", JsonSerializer.SerializeToElement(new { visit = SampleVisit.Id })), ("f_what", "远程改了路由 12"));
        await scene.Settle();
        Assert.DoesNotContain("失效", told.Says, StringComparison.Ordinal);
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("失效", StringComparison.Ordinal) && post.Says.Contains("备份", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_data_change_that_makes_the_backup_too_old_is_said_to_who_told_it()
    {
        await using var scene = await Running();
        var told = await scene.Engineer.Presses("data.changed", ("f_what", "路由 12 改为 14"));
        Assert.Contains("放行已失效", told.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_outside_the_plans_list_is_trouble_and_one_on_it_is_not()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("可以升级了吗？");
        await scene.Engineer.Presses(
            scene.Engineer.Last, new Button("", "visit.plan", JsonSerializer.SerializeToElement(new { visit = SampleVisit.Id })), ("f_alarms", "LOS、板卡复位"));
        await Begin(scene, isAsked: true);
        scene.ProductSupport.New();

        Assert.Contains(await scene.Engineer.Says("出现了板卡复位告警"), post => post.Says.Contains("可以继续", StringComparison.Ordinal));
        await scene.Settle();
        Assert.DoesNotContain(scene.ProductSupport.New(), post => post.Card?.Buttons.Any(button => button.Verb == "alarm.acknowledge") == true);

        var answer = await scene.Engineer.Says("出现告警 主备倒换失败");
        Assert.Contains(answer, post => post.Says.Contains("6.5-1", StringComparison.Ordinal));
        await scene.Settle();
        Assert.Contains(scene.ProductSupport.New(), post => post.Card?.Buttons.Any(button => button.Verb == "alarm.acknowledge") == true);
        Assert.Contains(scene.OfficeHead.Received, post => post.Says.Contains("主备倒换失败", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Done_without_a_go_is_recorded_so_the_head_hears_at_once_and_an_oral_yes_is_no_written_one()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("可以升级了吗？");
        scene.OfficeHead.New();

        await scene.Engineer.Presses("operation.without_go", ("f_said_by", "王芳 电话里说可以"), ("f_why", "客户在催"));
        await scene.Settle();
        var told = scene.OfficeHead.New().Single(post => post.Says.Contains("客户在催", StringComparison.Ordinal));
        Assert.Contains("王芳 电话里说可以", told.Says, StringComparison.Ordinal);

        // The telephone call stands on record, and the gate still asks for the written consent.
        await scene.Engineer.Presses("operation.end", "rolled_back", ("f_issues", "无"));
        var asked = await scene.Engineer.Says("现在可以升级吗");
        Assert.Contains(asked, post => post.Says.Contains("6.5-3", StringComparison.Ordinal));
        Assert.DoesNotContain(asked, post => post.Card?.Buttons.Any(button => button.Verb == "operation.start") == true);
    }

    private static async Task<Scene> Running()
    {
        var scene = await Scene.Set();
        await Begin(scene);
        return scene;
    }

    // A change of the plan has asked for the consents already.
    private static async Task Begin(Scene scene, bool isAsked = false)
    {
        await scene.Engineer.Says("可以升级了吗？");
        if (!isAsked)
        {
            await scene.Engineer.Presses("consent.ask");
        }

        await scene.Settle();
        await scene.ProductSupport.Presses("consent.approve");
        await scene.OfficeHead.Presses("consent.approve");
        await scene.Engineer.Says("备份好了 10.1.1.5:/bk 已校验");
        await To(scene, "2026-03-11T00:00:00+08:00");
        await scene.Engineer.Says("现在可以升级吗");
        Assert.Contains("03:30", (await scene.Engineer.Presses("operation.start")).Says, StringComparison.Ordinal);
    }

    private static async Task To(Scene scene, string moment)
    {
        await scene.ForwardTo(moment);
        await scene.Settle();
    }
}
