using System.Net.Http.Json;

namespace SiteBot.Playground;

/// <summary>The main steps of the good night, each seen on the Playground's pages: an upgrade from half past eleven to the closed follow-up, the channel's card, and a provision put into a message.</summary>
internal sealed class GoodNight(PlayedPerson engineer, PlayedPerson head, PlayedPerson support, HttpClient clock)
{
    // What is owed after the operation; what does not apply here is said not to.
    private static readonly string[] Told =
    [
        "18 不适用 用户没要求", "19 不适用 没带物品", "29 完成", "30 完成", "31 完成 遗留问题 无", "32 完成 周经理", "33 没有", "35 完成",
    ];

    private static readonly string[] After = ["回访完成 周经理 正常", "37 没有", "39 完成", "40 完成"];

    /// <summary>The steps, in order.</summary>
    public IEnumerable<(string What, Func<Task> Done)> Steps =>
    [
        ("each is greeted by name where the bot is installed", async () =>
        {
            await engineer.Sees("你好，李明");
            await head.Sees("你好，王芳");
            await support.Sees("你好，赵磊");
        }),
        ("a channel asks whose it is", async () =>
        {
            await engineer.OpensChannel();
            await engineer.Sees("这是哪个办事处的现场服务频道？");
            await engineer.OpensChat();
        }),
        ("can I upgrade? what is missing is shown, and a press asks for the consents", async () =>
        {
            await engineer.Says("可以升级了吗？");
            await engineer.Sees("产品用服同意");
            await engineer.Picture("1-question");
            await engineer.Presses("请求同意");
        }),
        ("product support and the head of the regional office consent in chats of their own", async () =>
        {
            await head.Sees("请答复：版本升级");
            await head.Picture("2-consent");
            await support.Presses("同意");
            await head.Presses("同意");
            await engineer.Sees("办事处负责人 — 已同意");
        }),
        ("a backup is told by a message", async () =>
        {
            await engineer.Says("备份好了 10.1.1.5:/bk 已校验");
            await engineer.Sees("26 数据已备份");
        }),
        ("at midnight it is a go, and the operation begins", async () =>
        {
            await Clock(new { now = "2026-03-11T00:00:00+08:00" });
            await engineer.Says("现在可以升级吗");
            await engineer.Presses("开始操作");
            await engineer.Sees("开始回退");
            await engineer.Picture("3-running");
        }),
        ("an hour later it ends, with a field of the card filled in", async () =>
        {
            await Clock(new { forward = "PT1H" });
            await engineer.Fills("遗留问题", "无");
            await engineer.Presses("已完成");
            await engineer.Sees("操作已完成");
        }),
        .. Told.Select(text => ($"told: {text}", (Func<Task>)(() => Recorded(text)))),
        ("may I go? yes, for good", async () =>
        {
            await engineer.Says("我可以走了吗");
            await engineer.Presses("撤离现场");
        }),
        ("the channel's card tells all of it", async () =>
        {
            await engineer.OpensChannel();
            await engineer.Sees("跟踪回访");
            await engineer.Picture("4-channel");
            await engineer.OpensChat();
        }),
        ("a provision found by the search goes into a message, and nothing is asked by it", async () =>
        {
            await engineer.Searches("standard", "words", "备份", "6.3-9 · 必须");
            await engineer.Sees("Q/ZX 75.1861-2007");
            await engineer.Picture("5-search");
        }),
        ("two days later the follow-up is due", async () =>
        {
            await Clock(new { forward = "P2D" });
            await engineer.Sees("三天内回访用户");
        }),
        .. After.Select(text => ($"told: {text}", (Func<Task>)(() => Recorded(text)))),
        ("what is due is asked for, and the work records of both days are told by presses", async () =>
        {
            for (var day = 1; day <= 2; day++)
            {
                var before = await engineer.Count("已完成，不再提醒");
                await engineer.Says("我有哪些待办");
                await engineer.Sees("每日工作记录");
                await engineer.Presses("完成");
                await engineer.SeesMore("已完成，不再提醒", before);
            }
        }),
        ("the visit is closed", async () =>
        {
            await engineer.Says("服务结束，关闭");
            await engineer.Sees("服务已结束");
            await engineer.Picture("6-closed");
        }),
    ];

    private async Task Recorded(string text)
    {
        var before = await engineer.Count("已记录");
        await engineer.Says(text);
        await engineer.SeesMore("已记录", before);
    }

    private async Task Clock(object wish)
    {
        using var response = await clock.PostAsJsonAsync("/local/clock", wish);
        response.EnsureSuccessStatusCode();
    }
}
