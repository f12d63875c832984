using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The three-day follow-up (6.4-3): owed until the end of the third local day after leaving.</summary>
public sealed class FollowUpTests
{
    private const string Title = "三天内回访用户";

    [Fact]
    public async Task The_engineer_is_reminded_each_day_in_civil_hours()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();

        foreach (var day in (string[])["12", "13", "14"])
        {
            await scene.ForwardTo($"2026-03-{day}T08:29:00+08:00");
            var before = scene.Engineer.Received.Count;
            await scene.ForwardTo($"2026-03-{day}T08:31:00+08:00");
            Assert.Single(scene.Engineer.Received.Skip(before), post => post.Says.StartsWith(Title, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_third_morning_warns_the_head_before_it_lapses_and_overdue_goes_up()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();
        await scene.ForwardTo("2026-03-14T08:00:00+08:00");
        Assert.DoesNotContain(scene.OfficeHead.Received, post => post.Says.Contains("今天到期：" + Title, StringComparison.Ordinal));

        await scene.ForwardTo("2026-03-14T09:00:00+08:00");
        Assert.Contains(scene.OfficeHead.Received, post => post.Says.Contains("今天到期：" + Title, StringComparison.Ordinal));
        Assert.DoesNotContain(scene.OfficeHead.Received, post => post.Says.Contains("已超期：" + Title, StringComparison.Ordinal));

        await scene.ForwardTo("2026-03-15T09:00:00+08:00");
        Assert.Contains(scene.OfficeHead.Received, post => post.Says.Contains("已超期：" + Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Closing_it_asks_whom_you_spoke_to_and_how_it_runs()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();
        await scene.ForwardTo("2026-03-12T09:00:00+08:00");

        await scene.Engineer.Presses(scene.Engineer.Received.Last(post => post.Says.StartsWith(Title, StringComparison.Ordinal)), Reminder(scene).Card!.Button("step.show"));
        var refused = await scene.Engineer.Presses("step.done", "follow_up_call");
        Assert.Contains("通话对象", refused.Note, StringComparison.Ordinal);

        await scene.Engineer.Presses("step.done", "follow_up_call", ("f_by", "周经理"), ("f_state", "normal"), ("f_at", "08:50"));
        await scene.ForwardTo("2026-03-13T09:00:00+08:00");
        Assert.DoesNotContain(scene.Engineer.Received.TakeLast(6), post => post.Says.StartsWith(Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_answer_keeps_it_owed()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();
        await scene.ForwardTo("2026-03-12T09:00:00+08:00");

        var told = (await scene.Engineer.Says("回访没人接"))[0];

        Assert.Contains("还欠着", told.Says, StringComparison.Ordinal);
        var before = scene.Engineer.Received.Count;
        await scene.ForwardTo("2026-03-13T09:00:00+08:00");
        Assert.Contains(scene.Engineer.Received.Skip(before), post => post.Says.StartsWith(Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alarms_again_open_a_problem_that_is_followed_until_it_is_answered()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();
        await scene.ForwardTo("2026-03-12T09:00:00+08:00");

        await scene.Engineer.Says("回访完成 周经理 又有告警");

        Assert.Contains("又有告警", (await scene.Engineer.Says("现在进展怎样"))[0].Says, StringComparison.Ordinal);
        Assert.DoesNotContain("服务已结束", (await scene.Engineer.Says("服务结束，关闭"))[0].Says, StringComparison.Ordinal);
    }

    private static Posted Reminder(Scene scene) => scene.Engineer.Received.Last(post => post.Says.StartsWith(Title, StringComparison.Ordinal));
}
