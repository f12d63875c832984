using SiteBot.Chromium.Chat;
using SiteBot.LocalChat.Tests;

namespace SiteBot.Browser.Page;

/// <summary>The page while its host is away, and when another one answers at the same address.</summary>
public sealed class LostHostTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task When_the_host_is_gone_the_page_says_so_and_comes_back_by_itself()
    {
        var host = await Start();
        await using var window = await ChatWindow.Open(browser.Chromium, new(host.Address));
        var wangFang = await window.OpenAs("wang.fang");
        await wangFang.Says("before");
        await wangFang.Sees("Heard before");
        var address = host.Address;

        await host.DisposeAsync();
        await window.Page.Locator("#banner", new() { HasText = "./run" }).WaitForAsync();
        await window.Screenshot("host-gone");
        await using var again = await Start(address, new MachineTime(1_780_000_600_000));

        await window.Page.Locator("#banner").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await wangFang.IsOnline();
        await wangFang.Says("after");
        await wangFang.Sees("Heard after");
        await window.Screenshot("host-back");
    }

    private static async Task<ChatHost> Start(string? url = null, TimeProvider? machineTime = null)
    {
        var clock = new DemoClock(ChatHost.Night);
        var host = await ChatHost.Start(null, options => options with { Now = () => clock.Now }, machineTime, url, clock.Map);
        host.Bot.Turn = CardBot.Turn;
        return host;
    }
}
