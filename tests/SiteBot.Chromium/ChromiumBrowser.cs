using Microsoft.Playwright;

namespace SiteBot.Chromium;

/// <summary>One headless Chromium of this machine. It is never fetched: where there is none, starting fails and says what to install.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly string[] Elsewhere =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts Chromium: the program that CHROMIUM names, else the first one found.</summary>
    public static async Task<ChromiumBrowser> Start()
    {
        var program = Program() ?? throw new InvalidOperationException(
            "Chromium is missing. On Debian: apt-get install chromium (./test does); elsewhere install Chrome, or let the variable CHROMIUM name the program.");
        var playwright = await Playwright.CreateAsync();
        try
        {
            // Playwright leaves Chromium's own sandbox off: root has none, and a container's ordinary user often may not make one. Only this repository's pages are shown.
            return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--disable-dev-shm-usage", "--force-color-profile=srgb"] }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A window of its own, sharing nothing with others: no cookies, no storage.</summary>
    public Task<IBrowserContext> Window(BrowserNewContextOptions options) => browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? Program()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from name in Names from folder in folders select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .Concat(Elsewhere).FirstOrDefault(File.Exists);
    }
}
