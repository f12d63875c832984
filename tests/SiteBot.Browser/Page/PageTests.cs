using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using SiteBot.Chromium.Chat;
using SiteBot.LocalChat;
using SiteBot.LocalChat.Tests;

namespace SiteBot.Browser.Page;

/// <summary>The local chat's page as a person uses it, over a bot that answers with cards.</summary>
public sealed class PageTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task A_person_asks_and_sees_a_card_that_fits(int width, bool dark)
    {
        await using var host = await Start(out _);
        await using var window = await Open(host, new(width, dark));
        var wangFang = await window.OpenAs("wang.fang");

        await wangFang.Says("card please");
        await wangFang.SeesCard("Not yet: 1 check stands in the way");

        await window.Screenshot($"card-{width}-{(dark ? "dark" : "light")}");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Execute_answers_in_the_place_of_the_card_with_what_was_filled_in()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host);
        var wangFang = await window.OpenAs("wang.fang");
        await wangFang.Says("card");
        await wangFang.Fills("Where is it kept?", "server A");

        await wangFang.Presses("Record backup");

        await wangFang.SeesCard("Backup recorded in server A");
        await wangFang.SeesNoCard("Not yet");
        await window.Screenshot("execute");
    }

    [Fact]
    public async Task Submit_lets_the_bot_update_its_card_in_place()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host);
        var wangFang = await window.OpenAs("wang.fang");
        await wangFang.Says("card");

        await wangFang.Presses("Ask for consent");

        await wangFang.SeesCard("Updated in place: consent");
        await wangFang.SeesNoCard("Not yet");
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_person_one_is()
    {
        var language = "zh";
        await using var host = await Start(out _, () => new([ChatHost.LiMing with { Language = language }, ChatHost.WangFang], [ChatHost.Field]));
        await using var window = await Open(host);
        await window.OpenAs("li.ming");
        Assert.Equal("人员与频道", (await window.Page.Locator("#picker summary").InnerTextAsync()).Trim());
        await window.Screenshot("zh-1280");

        language = "en";

        await window.Page.Locator("#picker summary", new() { HasText = "People and channels" }).WaitForAsync();
        await window.Page.Locator("[data-column='li.ming'] [placeholder='Type your message']").WaitForAsync();
    }

    [Fact]
    public async Task Several_people_stand_side_by_side_and_each_reads_their_own()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host, new(1600));
        var liMing = await window.OpenAs("li.ming");
        var wangFang = await window.OpenAs("wang.fang");
        var channel = await window.OpenChannel("channel-1");

        await liMing.Says("from Li Ming");
        await wangFang.Says("from Wang Fang");
        await channel.Says("from the channel");

        await liMing.Sees("Heard from Li Ming");
        await wangFang.Sees("Heard from Wang Fang");
        await channel.Sees("Heard");
        Assert.DoesNotContain("from Wang Fang", await liMing.Text(), StringComparison.Ordinal);
        await window.Screenshot("side-by-side");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task On_a_phone_a_tab_for_each_column_leads_to_it()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host, WindowLook.Phone);
        var liMing = await window.OpenAs("li.ming");
        var channel = await window.OpenChannel("channel-1");
        await channel.Says("hello");

        await liMing.Says("你好");

        await liMing.Sees("Heard 你好");
        await window.Screenshot("phone-zh");
        await channel.Sees("Heard");
        await window.Screenshot("phone-channel");
    }

    [Fact]
    public async Task A_card_longer_than_the_screen_is_shown_from_its_first_line()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host, WindowLook.Phone);
        var wangFang = await window.OpenAs("wang.fang");
        await wangFang.Says("hello");
        await wangFang.Sees("Heard hello");

        await wangFang.Says("a long one");

        await wangFang.SeesCard("Not yet: 30 checks");
        await wangFang.ShowsFirstLineOf("Not yet: 30 checks");
        await window.Screenshot("long-card");
    }

    [Fact]
    public async Task A_photo_goes_to_the_bot_and_stands_in_the_chat()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host);
        var wangFang = await window.OpenAs("wang.fang");
        var photo = Path.Combine(Directory.CreateTempSubdirectory().FullName, "cabinet.png");
        await window.Page.Locator(".brand img").ScreenshotAsync(new() { Path = photo });

        await wangFang.Uploads(photo);

        await wangFang.Sees("Got 1: image/png");
        await wangFang.Element.Locator(".chat img[src*='/directline/attachments/']").First.WaitForAsync();
        await window.Screenshot("photo");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task The_demo_clock_moves_and_says_what_came_due()
    {
        await using var host = await Start(out var clock);
        await using var window = await Open(host);
        await window.OpenAs("wang.fang");

        await window.ClockForward("midnight");

        Assert.Equal(new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.FromHours(8)), clock.Now);
        Assert.Equal("3 delivered, 0 failed", await window.Page.Locator("#clock output").InnerTextAsync());
        Assert.Equal("00:00", await window.Page.Locator("#clock time b").InnerTextAsync());
        await window.Screenshot("clock");
    }

    [Fact]
    public async Task When_the_host_is_gone_the_page_says_so_and_comes_back_by_itself()
    {
        var host = await Start(out _);
        await using var window = await Open(host);
        var wangFang = await window.OpenAs("wang.fang");
        await wangFang.Says("before");
        await wangFang.Sees("Heard before");
        var address = host.Address;

        await host.DisposeAsync();
        await window.Page.Locator("#banner", new() { HasText = "./run" }).WaitForAsync();
        await window.Screenshot("host-gone");
        await using var again = await Start(out _, url: address, machineTime: new MachineTime(1_780_000_600_000));

        await window.Page.Locator("#banner").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await wangFang.IsOnline();
        await wangFang.Says("after");
        await wangFang.Sees("Heard after");
        await window.Screenshot("host-back");
    }

    [Fact]
    public async Task A_bot_that_fails_leaves_a_line_that_says_what_to_do()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host);
        var wangFang = await window.OpenAs("wang.fang");
        await host.Quiet();
        host.Bot.Turn = (_, _) => Task.FromResult<(int, JsonNode?)>((500, null));

        await wangFang.Says("now?");

        await wangFang.Sees("Send it again.");
        await window.Screenshot("bot-fails");
    }

    [Fact]
    public async Task Two_windows_of_one_person_show_the_same()
    {
        await using var host = await Start(out _);
        await using var one = await Open(host);
        await using var other = await Open(host);
        var here = await one.OpenAs("wang.fang");
        var there = await other.OpenAs("wang.fang");

        await here.Says("said here");

        await there.Sees("said here");
        await there.Sees("Heard said here");
        await there.Says("said there");
        await here.Sees("Heard said there");
    }

    [Fact]
    public async Task The_licence_of_Web_Chat_is_shown()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host, show: "wang.fang");

        await window.Page.GetByText("Licences").ClickAsync();

        await window.Page.GetByText("Permission is hereby granted").WaitForAsync();
        Assert.True((await window.Page.Context.APIRequest.GetAsync(host.Address + "/local-chat/lib/webchat-es5.js.LICENSE.txt")).Ok);
        await window.Screenshot("licences");
    }

    [Fact]
    public async Task Without_Web_Chat_the_page_says_what_it_lacks()
    {
        await using var host = await Start(out _);
        await using var window = await Open(host);
        await window.Page.RouteAsync("**/webchat-es5.js", route => route.FulfillAsync(new() { Status = 404 }));

        await window.Page.ReloadAsync();

        await window.Page.GetByText("Web Chat is missing").WaitForAsync();
        await window.Screenshot("no-web-chat");
    }

    private Task<ChatWindow> Open(ChatHost host, WindowLook? look = null, string? show = "") => ChatWindow.Open(browser.Chromium, new(host.Address), look, show);

    private static Task<ChatHost> Start(out DemoClock clock, Func<LocalPeople>? people = null, string? url = null, TimeProvider? machineTime = null)
    {
        var demo = clock = new DemoClock(ChatHost.Night);
        return Start();

        async Task<ChatHost> Start()
        {
            var host = await ChatHost.Start(people, options => options with { Now = () => demo.Now }, machineTime, url, demo.Map);
            host.Bot.Turn = CardBot.Turn;
            return host;
        }
    }
}
