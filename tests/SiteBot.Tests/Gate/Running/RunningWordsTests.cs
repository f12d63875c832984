using SiteBot.Gate.Running;

namespace SiteBot.Tests.Gate.Running;

/// <summary>What engineers say while an operation runs: how long it still takes, and an alarm that comes up.</summary>
public sealed class RunningWordsTests
{
    [Theory]
    [InlineData("还要40分钟", 40)]
    [InlineData("还要 20 分钟。", 20)]
    [InlineData("大概还需要 90 分钟完成", 90)]
    [InlineData("还剩半小时", 30)]
    [InlineData("剩下两个小时", 120)]
    [InlineData("还要一小时左右", 60)]
    [InlineData("40 more minutes", 40)]
    [InlineData("another 40 minutes", 40)]
    [InlineData("15 min left", 15)]
    [InlineData("it still needs about 2 hours", 120)]
    [InlineData("half an hour more", 30)]
    [InlineData("we need another hour", null)]
    [InlineData("30 minutes", null)]
    [InlineData("备份要40分钟吗", null)]
    [InlineData("回退要 30 分钟", null)]
    [InlineData("可以升级了吗", null)]
    public void How_long_it_still_takes_is_read(string message, int? minutes) => Assert.Equal(minutes, RestWords.Read(message));

    [Theory]
    [InlineData("出现告警 LOS E1-3", "LOS E1-3")]
    [InlineData("出现了 LOS 告警", "LOS")]
    [InlineData("网管上报新的主备倒换失败告警。", "主备倒换失败")]
    [InlineData("告警：光口失步", "光口失步")]
    [InlineData("来告警了", "")]
    [InlineData("I see a new alarm: link down on E1-3", "link down on E1-3")]
    [InlineData("there is a fan failure alarm", "fan failure")]
    [InlineData("new alarm: clock lost", "clock lost")]
    [InlineData("switchover failed alarm came up", "switchover failed")]
    [InlineData("没有告警", null)]
    [InlineData("告警都消失了", null)]
    [InlineData("告警正常", null)]
    [InlineData("有告警吗？", null)]
    [InlineData("what if an alarm comes up", null)]
    [InlineData("no new alarms", null)]
    [InlineData("the alarm is cleared", null)]
    [InlineData("备份好了 10.1.1.5:/bk 已校验", null)]
    public void An_alarm_that_comes_up_is_read(string message, string? alarm) => Assert.Equal(alarm, AlarmWords.Told(message));

    [Theory]
    [InlineData("LOS E1-3", "LOS, 主备倒换", true)]
    [InlineData("los", "LOS E1-3；板卡复位", true)]
    [InlineData("主备倒换", "LOS、主备倒换告警", true)]
    [InlineData("主备倒换失败", "LOS", false)]
    [InlineData("clock lost", "link down", false)]
    [InlineData("", "LOS", false)]
    [InlineData("LOS", null, false)]
    [InlineData("LOS", " ", false)]
    public void An_alarm_is_expected_where_the_plans_list_names_it(string alarm, string? list, bool expected) => Assert.Equal(expected, AlarmWords.IsExpected(alarm, list));
}
