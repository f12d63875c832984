using System.Text.Json;
using Microsoft.Playwright;

namespace SiteBot.Browser.Tab;

/// <summary>Teams as a page around the tab: it answers what TeamsJS asks, and hands out the token that it is given. The host is reached by a name of its own over https, as
/// people reach it.</summary>
internal static class TeamsAround
{
    public const string Teams = "https://teams.microsoft.com/";
    public const string Tab = "https://sitebot.example/tab";

    public static async Task Play(IPage page, Uri host, string around, string token, string theme)
    {
        var told = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["initialize"] = new object[] { "content", "web", """{"apiVersion":4,"isNAAChannelRecommended":false,"hostVersionsInfo":{},"isLegacyTeams":false,"supports":{}}""", "2.0.0" },
            ["getContext"] = new object[] { new { locale = "zh-cn", theme, entityId = "overview" } },
            ["authentication.getAuthToken"] = new object[] { true, token },
        });
        await page.RouteAsync(around + "**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $$"""
                <body style="margin:0"><iframe src="{{Tab}}" style="border:0;width:100vw;height:100vh"></iframe><script>
                const told = {{told}};
                window.asked = [];
                addEventListener("message", ({ data, source, origin }) => {
                  asked.push(data.func);
                  if (data.func in told) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: told[data.func] }, origin);
                });
                </script></body>
                """,
        }));
        await page.RouteAsync("https://sitebot.example/**", async route =>
        {
            var answer = await route.FetchAsync(new() { Url = new Uri(host, new Uri(route.Request.Url).PathAndQuery).AbsoluteUri });
            await route.FulfillAsync(new() { Response = answer });
        });

        // The list of origins that TeamsJS would read from its own address: it then goes by the one that it carries.
        await page.RouteAsync("https://res.cdn.office.net/**", route => route.AbortAsync());
        await page.GotoAsync(around);
    }
}
