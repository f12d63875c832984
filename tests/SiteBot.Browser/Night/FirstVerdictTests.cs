using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Night;

/// <summary>The first question on a phone, asked at once: the greeting is still on its way.</summary>
public sealed class FirstVerdictTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task The_first_verdict_fits_a_phone_in_both_languages()
    {
        await using var host = await ServingHost.Start();
        await using var window = await ChatWindow.Open(browser.Chromium, host.Address, WindowLook.Phone);
        var engineer = await window.OpenAs("li.ming");

        await Asks("可以升级了吗？", "还不可以", "zh");
        await Asks("can I upgrade now?", "Not yet", "en");

        Assert.Empty(window.Troubles);

        async Task Asks(string question, string verdict, string language)
        {
            await engineer.Says(question);
            await engineer.ShowsFirstLineOf(verdict);
            await window.Screenshot($"verdict-phone-{language}");
            Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }
    }
}
