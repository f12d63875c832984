using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Night;

/// <summary>The good night in Chromium, through the local chat: engineer, head of the regional office, product support and the field-service channel side by side.</summary>
public sealed class GoodNightTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task An_upgrade_goes_from_the_first_question_to_the_closed_follow_up()
    {
        await using var host = await ServingHost.Start();
        await using var window = await ChatWindow.Open(browser.Chromium, host.Address, NightWindow.Wide);
        var engineer = await window.OpenAs("li.ming");
        var head = await window.OpenAs("wang.fang");
        var support = await window.OpenAs("zhao.lei");
        var channel = await window.OpenChannel("team-id");

        // 23:30: what is missing. The verdict itself becomes the request, and all see who is waited for.
        await engineer.Says("可以升级了吗？");
        await engineer.SeesCard("还不可以");
        await window.Screenshot("night-1-question");
        await engineer.Presses("请求同意");
        await engineer.SeesCard("已请求同意，等待答复");
        await engineer.SeesNoCard("还不可以");
        await head.SeesCard("请答复：版本升级");
        await support.SeesCard("请答复：版本升级");
        await channel.SeesCard("待答复 产品用服");
        await channel.SeesCard("待答复 办事处负责人");
        await window.Screenshot("night-2-asked");
        await window.PhoneOf(head, "night-2-asked-phone");

        // The head's answer closes the head's card alone; the engineer hears it, the channel's card changes in its place.
        await head.Presses("同意");
        await head.SeesCard("已同意：版本升级");
        await head.SeesNoButton("同意");
        await engineer.SeesCard("办事处负责人 — 已同意");
        await channel.SeesCard("已同意 办事处负责人");
        await channel.SeesCard("待答复 产品用服");
        await support.Presses("同意");
        await support.SeesNoButton("同意");
        await engineer.SeesCard("产品用服 — 已同意");
        await channel.SeesCard("已同意 产品用服");
        await channel.SeesNoCard("待答复");
        await engineer.Tells(("备份好了 10.1.1.5:/bk 已校验", "已记录：26"));
        await channel.SeesCard("升级操作 4/4");

        // Midnight: a go. The verdict becomes the running operation, and nobody takes a consent back any more.
        await window.ClockForward("midnight");
        await engineer.Says("现在可以升级吗");
        await engineer.SeesCard("可以：最迟 02:00");
        await head.SeesCard("撤回同意");
        await window.Screenshot("night-3-go");
        await engineer.Presses("开始操作");
        await engineer.SeesCard("进行中：最迟 03:30");
        await engineer.SeesNoCard("可以：最迟 02:00");
        await channel.SeesCard("操作进行中");
        await head.SeesNoButton("撤回同意");
        await support.SeesNoButton("撤回同意");
        await window.Screenshot("night-4-running");
        await window.PhoneOf(engineer, "night-4-running-phone");

        // One o'clock: it is done, and those who agreed hear it.
        await window.ClockForward("hour");
        await engineer.Fills("遗留问题", "无");
        await engineer.Presses("已完成");
        await engineer.SeesCard("操作已完成");
        await engineer.SeesNoCard("进行中：最迟");
        await head.SeesCard("操作已完成");
        await support.SeesCard("操作已完成");
        await channel.SeesCard("请先完成：29 系统全面测试通过");
        await engineer.Tells(
            ("18 不适用 用户没要求", "已记录：18"), ("19 不适用 没带物品", "已记录：19"), ("29 完成", "已记录：29"), ("30 完成", "已记录：30"),
            ("31 完成 遗留问题 无", "已记录：31"), ("32 完成 周经理", "已记录：32"), ("33 没有", "已记录：33"), ("35 完成", "已记录：35"));
        await channel.SeesCard("请先完成：36 三天内回访");

        // Leaving: the card says what is still owed.
        await engineer.Says("我可以走了吗");
        await engineer.Presses("撤离现场");
        await engineer.SeesCard("还欠 6 项");
        await channel.SeesCard("现场 已撤离");
        await window.Screenshot("night-5-left");
        await window.PhoneOf(engineer, "night-5-left-phone");

        // Two days on: the reminder, the call, the report; then all is closed.
        await window.ClockForward("day");
        await window.ClockForward("day");
        await engineer.SeesCard("三天内回访用户");
        await head.SeesCard("今早：1 次服务");
        await channel.SeesCard("已超期 每日工作记录");
        await engineer.Tells(
            ("回访完成 周经理 正常", "已记录：36"), ("37 没有", "已记录：37"), ("39 完成", "已记录：39"), ("40 完成", "已记录：40"),
            ("日报写了", "已记录：每日工作记录 2026-03-10"), ("日报写了", "已记录：每日工作记录 2026-03-11"));
        await channel.SeesCard("可以结束了");
        await engineer.Says("服务结束，关闭");
        await engineer.SeesCard("服务已结束");
        await channel.SeesCard("服务已结束");
        await channel.SeesNoCard("可以结束了");
        await window.Screenshot("night-6-closed");

        Assert.Empty(window.Troubles);
    }
}
