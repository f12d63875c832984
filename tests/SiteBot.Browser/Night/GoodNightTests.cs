using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Night;

/// <summary>The good night in Chromium, through the local chat, with the people side by side. The pictures are in artifacts/pictures to be looked at.</summary>
public sealed class GoodNightTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task Engineer_head_and_product_support_bring_an_upgrade_to_its_start()
    {
        await using var host = await ServingHost.Start();
        await using var window = await ChatWindow.Open(browser.Chromium, host.Address, new(1600, false, 1000));
        var engineer = await window.OpenAs("li.ming");
        var head = await window.OpenAs("wang.fang");
        var support = await window.OpenAs("zhao.lei");

        await engineer.Says("可以升级了吗？");
        await engineer.SeesCard("还不可以");
        await window.Screenshot("night-1-question");
        await engineer.Presses("请求同意");
        await head.SeesCard("MSC-1");
        await support.SeesCard("MSC-1");
        await engineer.SeesCard("已请求同意");
        await window.Screenshot("night-2-asked");
        await head.Presses("同意");
        await support.Presses("同意");
        await engineer.Says("备份好了 10.1.1.5:/bk 已校验");
        await engineer.Sees("已记录");

        await window.ClockForward("midnight");
        await engineer.Says("现在可以升级吗");
        await engineer.SeesCard("可以");
        await window.Screenshot("night-3-go");
        await engineer.Presses("开始操作");
        await engineer.SeesCard("进行中");
        await window.Screenshot("night-4-running");

        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData("can I upgrade now?", "Not yet", "en")]
    [InlineData("可以升级了吗？", "还不可以", "zh")]
    public async Task The_first_verdict_fits_a_phone(string question, string verdict, string language)
    {
        await using var host = await ServingHost.Start();
        await using var window = await ChatWindow.Open(browser.Chromium, host.Address, WindowLook.Phone);
        var engineer = await window.OpenAs("li.ming");
        await engineer.SeesCard("SiteBot");

        await engineer.Says(question);
        await engineer.SeesCard(verdict);

        await engineer.ShowsFirstLineOf(verdict);
        await window.Screenshot($"verdict-phone-{language}");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
