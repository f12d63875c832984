using NodaTime;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

public sealed class VisitStoryTests
{
    [Fact]
    public void A_night_reads_as_a_story_in_both_languages()
    {
        var walk = new Walk("upgrade").Until("test_whole");
        walk.Put(new VisitEvent.ServiceStateTold(ServiceState.Interrupted, new PrivateText("全断")));

        var story = VisitStory.Of(walk.Visit.Id, walk.Change.Facts, walk.Workplace);

        Assert.Equal("2026-03-10 09:00 (+08:00) 李明开始版本升级，站点 BJ-042，负责人李明，联系人王工。", story[0].Line.Zh);
        Assert.Equal("2026-03-10 09:00 (+08:00) Li Ming started: Version upgrade at BJ-042, led by Li Ming, contact 王工.", story[0].Line.En);
        Assert.Contains(story, line => line.What.Zh.Contains("完成：数据已备份（备份位置：10.1.1.5:/bk；已校验：是）", StringComparison.Ordinal));
        Assert.Contains(story, line => line.What.En.Contains("done: Data backed up (Where it is: 10.1.1.5:/bk; Verified: yes)", StringComparison.Ordinal));
        Assert.Equal("Li Ming told that the service is interrupted: 全断.", story[^1].What.En);
    }

    [Fact]
    public void What_was_told_late_stands_where_it_happened_and_says_when_it_was_told()
    {
        var change = new Walk("upgrade").Change.Tell(new VisitEvent.DataChanged(new PrivateText("139")), At(1, 2), At(1, 2), Night.Engineer)
            .Tell(new VisitEvent.Arrived(), At(0, 23, 10), At(1, 3), Night.Engineer);

        var story = VisitStory.Of("v7", change.Facts, Night.Place)[^2..];

        Assert.Equal(["arrived", "changed"], story.Select(line => line.What.En.Split(' ')[2]));
        Assert.Contains("23:10", story[0].When.En, StringComparison.Ordinal);
        Assert.Contains("(told ", story[0].When.En, StringComparison.Ordinal);
        Assert.Contains("补报", story[0].When.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_says_what_and_why_and_a_blanked_name_stands_as_removed()
    {
        var walk = new Walk("upgrade").Until("plan_agreed");
        walk.Do(visit => WithdrawStep.Decide(visit, "rollback_ready", new PrivateText("minutes were of another site"), walk.Workplace, walk.Now, walk.By));
        walk.Put(new VisitEvent.HandedOver("sun.bo", new PrivateText(null)));

        var story = VisitStory.Of(walk.Visit.Id, walk.Change.Facts, walk.Workplace);

        Assert.Contains("took back \"Rollback ready\": minutes were of another site", story[^2].What.En, StringComparison.Ordinal);
        Assert.Equal("Li Ming handed the visit to Sun Bo: (removed).", story[^1].What.En);
    }

    [Fact]
    public void A_changed_plan_says_from_what_to_what_and_why()
    {
        var walk = new Walk("upgrade");
        walk.Do(visit => ChangePlan.Decide(visit, visit.Plan with { From = At(2, 0), To = At(2, 4) }, new PrivateText("用户改期"), walk.Workplace, walk.Now, walk.By));

        var line = VisitStory.Of(walk.Visit.Id, walk.Change.Facts, walk.Workplace)[^1].What;

        Assert.Equal(
            "李明改计划：窗口开始：2026-03-11 00:00 (+08:00) → 2026-03-12 00:00 (+08:00)；窗口结束：2026-03-11 04:00 (+08:00) → 2026-03-12 04:00 (+08:00)，原因：用户改期。", line.Zh);
    }
}
