using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The upgrade does not succeed: the engineer is warned in time, rolls back, and those of 6.5-4 hear at once.</summary>
public sealed class RollbackTests
{
    [Fact]
    public async Task Half_an_hour_before_the_last_moment_the_engineer_is_warned_at_any_hour()
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();

        await scene.ForwardTo("2026-03-11T03:01:00+08:00");

        Assert.Contains("03:30", scene.Engineer.Last.Says, StringComparison.Ordinal);
        Assert.Contains(scene.Engineer.Last.Card!.Buttons, button => button.Verb == "operation.end" && button.Title == "已回退");
    }

    [Fact]
    public async Task It_is_told_to_support_and_the_head_with_what_is_open_and_the_service_is_confirmed_before_leaving()
    {
        await using var scene = await Scene.Set();
        await scene.HasBegun();
        await scene.ForwardTo("2026-03-11T03:10:00+08:00");

        var ended = await scene.Engineer.Presses("operation.end", "rolled_back", ("f_issues", "新版本单板不启动"));
        await scene.Settle();

        Assert.Contains("已回退", ended.Says, StringComparison.Ordinal);
        foreach (var person in (Actor[])[scene.OfficeHead, scene.ProductSupport, scene.RemoteSupport])
        {
            Assert.Contains("已回退", person.Last.Says, StringComparison.Ordinal);
            Assert.Contains("新版本单板不启动", person.Last.Says, StringComparison.Ordinal);
        }

        await scene.Engineer.Says("我可以走了吗");
        Assert.Contains("6.3-10", (await scene.Engineer.Presses("leave", "for_good")).Says, StringComparison.Ordinal);
    }
}
