using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace SiteBot.Chromium.Cards;

/// <summary>
/// The official JavaScript renderer of Adaptive Cards in one page of Chromium, with looks like those of Teams. Checks take about 20 ms a card;
/// the page asks nothing of any network. Use it as <c>IClassFixture&lt;CardRenderer&gt;</c>, or by <see cref="Start"/>; calls may come at once, they are taken one by one.
/// </summary>
public sealed class CardRenderer : IAsyncLifetime
{
    private const int NarrowWidth = 320;

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<bool, string> hostConfigs = [];
    private ChromiumBrowser? browser;
    private IPage? page;

    public static async Task<CardRenderer> Start()
    {
        var renderer = new CardRenderer();
        await renderer.InitializeAsync();
        return renderer;
    }

    public async Task InitializeAsync()
    {
        var library = Repository.At("tests/cards/node_modules/adaptivecards/dist/");
        var markdown = Repository.At("tests/cards/node_modules/markdown-it/dist/markdown-it.min.js");
        if (!File.Exists(Path.Combine(library, "adaptivecards.min.js")) || !File.Exists(markdown))
        {
            throw new InvalidOperationException("The official renderer is not installed: run `npm ci` in tests/cards (./test does).");
        }

        hostConfigs[false] = await File.ReadAllTextAsync(Repository.At("tests/cards/host-config-light.json"));
        hostConfigs[true] = await File.ReadAllTextAsync(Repository.At("tests/cards/host-config-dark.json"));
        browser = await ChromiumBrowser.Start();
        var window = await browser.Window(new() { DeviceScaleFactor = 2, Offline = true });
        page = await window.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body></body></html>");
        await page.AddStyleTagAsync(new() { Path = Path.Combine(library, "adaptivecards.css") });
        await page.AddStyleTagAsync(new() { Path = Repository.At("tests/cards/renderer.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(library, "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = markdown });
        await page.AddScriptTagAsync(new() { Path = Repository.At("tests/cards/renderer.js") });
    }

    /// <summary>Every fault of an expanded card: not JSON, 24 KB or more, a <c>${</c> left, what the renderer does not know or refuses, what does not fit 320 px.</summary>
    /// <param name="card">The card, as it would be sent.</param>
    /// <param name="typed">Texts that people typed into it: a <c>${</c> in them is theirs, not a template's.</param>
    public async Task<CardReport> Check(string card, params IReadOnlyCollection<string> typed)
    {
        var bytes = Encoding.UTF8.GetByteCount(card);
        var faults = new List<string>();
        if (bytes >= CardReport.TooManyBytes)
        {
            faults.Add($"Too large: {bytes} bytes; a card stays below {CardReport.TooManyBytes}.");
        }

        try
        {
            using var document = JsonDocument.Parse(card);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new(bytes, [.. faults, "Not a card: it must be a JSON object."], "");
            }

            faults.AddRange(Unresolved.In(document.RootElement, typed));
        }
        catch (JsonException failure)
        {
            return new(bytes, [.. faults, $"Not JSON: {failure.Message}"], "");
        }

        var found = await InPage(page => page.EvaluateAsync<JsonElement>(
            "([card, light, dark, width]) => sitebotCards.check(JSON.parse(card), { light: JSON.parse(light), dark: JSON.parse(dark) }, [width])",
            new object[] { card, hostConfigs[false], hostConfigs[true], NarrowWidth }));
        faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        return new(bytes, faults, found.GetProperty("text").GetString()!);
    }

    /// <summary>Draws the card unopened, as PNG and as an HTML page beside it.</summary>
    /// <param name="card">An expanded card.</param>
    /// <param name="look">Theme and width.</param>
    /// <param name="path">Where to, without an extension; its folder is made.</param>
    public async Task Draw(string card, CardLook look, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await InPage(async page =>
        {
            await page.SetViewportSizeAsync(look.Width + 16, 100);
            await page.EvaluateAsync(
                "([card, config, width, dark]) => sitebotCards.draw(JSON.parse(card), JSON.parse(config), Number(width), dark === 'dark')",
                new object[] { card, hostConfigs[look.Dark], look.Width, look.Dark ? "dark" : "light" });
            await page.ScreenshotAsync(new() { Path = path + ".png", FullPage = true });
            var styles = await page.EvaluateAsync<string>("[...document.querySelectorAll('style')].map(style => style.textContent).join('\\n')");
            var drawn = await page.EvaluateAsync<string>("document.body.outerHTML");
            await File.WriteAllTextAsync(path + ".html", $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><style>{styles}</style></head>\n{drawn}\n</html>\n");
            return true;
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        one.Dispose();
    }

    private async Task<T> InPage<T>(Func<IPage, Task<T>> work)
    {
        var drawer = page ?? throw new InvalidOperationException("Start the renderer first.");
        await one.WaitAsync();
        try
        {
            return await work(drawer);
        }
        finally
        {
            one.Release();
        }
    }
}
