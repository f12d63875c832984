using System.Net.Http.Json;
using Microsoft.Playwright;
using SiteBot.Browser.Night;

namespace SiteBot.Browser.Tab;

/// <summary>The manager's tab in Chromium, in local mode: what people typed stays text, every look fits its screen, a lost connection is told. The pictures are in
/// artifacts/pictures to be looked at.</summary>
public sealed class TabPageTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    private const string HostileZh = "<img src=x onerror=window.hit=1>欧阳欧阳欧阳欧阳";
    private const string HostileEn = "<b onclick=hit=1>Maximiliane-Wolkenstein";

    [Fact]
    public async Task Hostile_names_stay_text_every_look_fits_and_a_lost_connection_is_told()
    {
        using var directory = new ChangedDirectory((null, "{zh: 李明, en: Li Ming}", $"{{zh: \"{HostileZh}\", en: \"{HostileEn}\"}}"));
        await using var host = await ServingHost.Start($"--Directory:Path={directory.Path}", "--Local:Sample=true");
        await Trouble(host.Address, "全站业务中断 <script>window.hit=1</script>");

        foreach (var (person, width, sees, phone) in new[] { ("wang.fang", 320, HostileZh, true), ("root.admin", 1280, HostileEn, false) })
        {
            await using var context = await browser.Chromium.Window(new()
            {
                ViewportSize = new() { Width = width, Height = phone ? 640 : 900 }, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
            });
            var page = await Open(context, host.Address, person);
            await page.Locator("#visits summary").First.ClickAsync();
            await page.Locator("#people").GetByText(sees).First.WaitForAsync();

            foreach (var theme in new[] { "light", "dark" })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
                await page.Locator($"html[data-theme={theme}]").WaitForAsync();
                Assert.Equal(0, await page.Locator("#board img, #board b[onclick], #board script").CountAsync());
                Assert.False(await page.EvaluateAsync<bool>("'hit' in window"));
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
                Assert.Equal(phone ? "zh-CN" : "en", await page.EvaluateAsync<string>("document.documentElement.lang"));
                Assert.Equal(0, await page.Locator("script[src*=MicrosoftTeams]").CountAsync());
                await page.ScreenshotAsync(new() { Path = Repository.At($"artifacts/pictures/tab-{person}-{theme}.png"), FullPage = true });
            }

            if (phone)
            {
                await LosesTheHost(context, page);
            }
        }
    }

    private static async Task LosesTheHost(IBrowserContext context, IPage page)
    {
        await context.SetOfflineAsync(true);
        await page.Locator("#refresh").ClickAsync();
        await page.Locator("#banner").GetByText("连接断开，显示的是 23:30 (+08:00) 的情况。").WaitForAsync();
        Assert.True(await page.Locator("#visits li").CountAsync() > 0);

        await context.SetOfflineAsync(false);
        await page.Locator("#banner").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private static async Task<IPage> Open(IBrowserContext context, Uri host, string person)
    {
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host, $"/tab?as={person}").AbsoluteUri);
        await page.Locator("#visits li").First.WaitForAsync();
        return page;
    }

    private static async Task Trouble(Uri host, string words)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var answer = await http.PostAsJsonAsync("/api/messages", new Dictionary<string, object>
        {
            ["type"] = "message", ["id"] = "1", ["channelId"] = "msteams", ["serviceUrl"] = "http://127.0.0.1:9/x", ["deliveryMode"] = "expectReplies", ["text"] = words,
            ["from"] = new { id = "user-id-0" }, ["recipient"] = new { id = "bot" }, ["conversation"] = new { id = "c", conversationType = "personal" },
        });
        answer.EnsureSuccessStatusCode();
    }
}
