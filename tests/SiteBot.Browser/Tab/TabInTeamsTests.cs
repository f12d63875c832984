using SiteBot.BotFramework.Tests.Cloud;
using SiteBot.Browser.Night;

namespace SiteBot.Browser.Tab;

/// <summary>The tab with TeamsJS as it ships, inside a page that plays Teams: the token that Teams hands out opens it, and no other page may show it.</summary>
public sealed class TabInTeamsTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task Teams_signs_the_reader_in_and_no_other_site_may_frame_the_page()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var host = await ServingHost.Start(
            "--MicrosoftAppId=5f0e", "--MicrosoftAppType=SingleTenant", "--MicrosoftAppTenantId=7c1f", "--MicrosoftAppPassword=secret", $"--Tab:OpenIdMetadataUrl={issuer.MetadataUrl}");
        await using var context = await browser.Chromium.Window(new() { ViewportSize = new() { Width = 900, Height = 700 } });
        context.SetDefaultTimeout(60_000);

        var page = await context.NewPageAsync();
        await TeamsAround.Play(page, host.Address, TeamsAround.Teams, Token(issuer, "00000000-0000-0000-0000-0000000000a3"), "contrast");
        var tab = page.FrameLocator("iframe");
        await tab.GetByText("王芳 · 北京办事处").WaitForAsync();
        Assert.Equal("contrast", await tab.Locator("html").GetAttributeAsync("data-theme"));
        Assert.Contains("appInitialization.success", await page.EvaluateAsync<string[]>("asked"));

        var strange = await context.NewPageAsync();
        await TeamsAround.Play(strange, host.Address, TeamsAround.Teams, Token(issuer, "00000000-0000-0000-0000-00000000dead"), "dark");
        await strange.FrameLocator("iframe").GetByText("你看不到这个页面").WaitForAsync();
        Assert.Equal(0, await strange.FrameLocator("iframe").Locator("#board *").CountAsync());

        var evil = await context.NewPageAsync();
        await TeamsAround.Play(evil, host.Address, "https://evil.example/", "none", "dark");
        await evil.WaitForLoadStateAsync();
        Assert.DoesNotContain(evil.Frames, frame => frame.Url.StartsWith(TeamsAround.Tab, StringComparison.Ordinal));
    }

    private static string Token(LocalIssuer issuer, string person)
    {
#pragma warning disable RS0030 // The host is a process of its own and goes by the machine's time.
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
        return issuer.Sign(new Dictionary<string, object>
        {
            ["iss"] = "https://login.microsoftonline.com/7c1f/v2.0",
            ["aud"] = "5f0e",
            ["tid"] = "7c1f",
            ["oid"] = person,
            ["scp"] = "access_as_user",
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        });
    }
}
