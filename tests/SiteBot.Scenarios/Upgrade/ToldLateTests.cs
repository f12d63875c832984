using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The network was away: what is told late carries when it happened and when it was told, and a late question is decided for the moment of answering.</summary>
public sealed class ToldLateTests
{
    [Fact]
    public async Task A_fact_told_late_keeps_both_moments()
    {
        await using var scene = await Scene.Set();
        await scene.ForwardTo("2026-03-10T23:50:00+08:00");

        await scene.Engineer.Says("23:35 备份好了 10.1.1.5:/bk 已校验");

        var story = await scene.Export(Night.Visit, "zh");
        Assert.Contains("2026-03-10 23:35 (+08:00)（2026-03-10 23:50 (+08:00) 补报） 李明完成：数据已备份", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_ahead_is_not_told_as_done()
    {
        await using var scene = await Scene.Set();
        await scene.OpensTheBackup();

        var refused = await scene.Engineer.Presses("step.done", "backup", ("f_location", "10.1.1.5:/bk"), ("f_verified", "yes"), ("f_at", "2026-03-11T02:00:00Z"));

        Assert.NotNull(refused.Note);
    }

    [Fact]
    public async Task A_question_written_before_midnight_and_delivered_after_is_decided_for_now_and_says_so()
    {
        await using var scene = await Scene.Set();
        await scene.IsReadyAtMidnight();
        await scene.Forward("PT30M");

        var answer = (await scene.Engineer.SaysLate("现在可以升级吗", TimeSpan.FromMinutes(45)))[0];

        Assert.Contains("你 03-10 23:45 (+08:00) 问的，消息刚到；这是按现在 00:30 (+08:00) 判断的", answer.Says.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(answer.Card!.Buttons, button => button.Verb == "operation.start");
    }
}
