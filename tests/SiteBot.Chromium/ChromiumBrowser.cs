using Microsoft.Playwright;

namespace SiteBot.Chromium;

/// <summary>
/// The headless Chromium of this machine: one process for all who hold it at the same time, ended by the last of them. It is never fetched: where there is none,
/// starting fails and says what to install.
/// </summary>
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

    private static readonly SemaphoreSlim Door = new(1);
    private static Running? shared;

    private readonly Running running;
    private bool left;

    private ChromiumBrowser(Running running) => this.running = running;

    /// <summary>Takes the Chromium that runs, or starts one: the program that CHROMIUM names, else the first one found.</summary>
    public static async Task<ChromiumBrowser> Start()
    {
        await Door.WaitAsync();
        try
        {
            shared = shared is { Browser.IsConnected: true } ? shared : await Launch();
            shared.Holders++;
            return new(shared);
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>A window of its own, sharing nothing with others: no cookies, no storage.</summary>
    public Task<IBrowserContext> Window(BrowserNewContextOptions options) => running.Browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        await Door.WaitAsync();
        try
        {
            if (!left && --running.Holders == 0)
            {
                shared = shared == running ? null : shared;
                await running.Browser.DisposeAsync();
                running.Playwright.Dispose();
            }

            left = true;
        }
        finally
        {
            Door.Release();
        }
    }

    private static async Task<Running> Launch()
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

    /// <summary>A process of Chromium, and how many hold it.</summary>
    private sealed record Running(IPlaywright Playwright, IBrowser Browser)
    {
        public int Holders { get; set; }
    }
}
