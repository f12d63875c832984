using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SiteBot.Chromium.Chat;

/// <summary>A browser window with the local chat's page, as a newcomer has it; several people may stand side by side in it.</summary>
public sealed class ChatWindow : IAsyncDisposable
{
    /// <summary>Milliseconds that a page may take. Only a failure waits so long; the first page of a browser that was just installed, on a machine with other work, took above 15 s.</summary>
    private const int Patience = 120_000;

    private readonly IBrowserContext context;
    private readonly List<string> troubles = [];

    private ChatWindow(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => troubles.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                troubles.Add($"{line.Text} ({line.Location})");
            }
        };
    }

    /// <summary>The page, for what the words below do not say.</summary>
    public IPage Page { get; }

    /// <summary>Errors of the page's script and console since it was opened.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    /// <summary>Opens the page of a host; nobody is chosen in it but by <paramref name="show"/>.</summary>
    /// <param name="browser">The browser; the window shares nothing with its others.</param>
    /// <param name="host">The host's address.</param>
    /// <param name="look">Size and colours; null: a wide, light one.</param>
    /// <param name="show">The page's own choice of columns (<c>li.ming,#channel@wang.fang</c>); null: as on the first visit.</param>
    /// <param name="without">Files that the host has lost (<c>**/webchat-es5.js</c>).</param>
    public static async Task<ChatWindow> Open(ChromiumBrowser browser, Uri host, WindowLook? look = null, string? show = "", string? without = null)
    {
        look ??= new();
        var context = await browser.Window(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-US",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var window = new ChatWindow(context, await context.NewPageAsync());
        if (without is not null)
        {
            await window.Page.RouteAsync(without, route => route.FulfillAsync(new() { Status = 404 }));
        }

        await window.Page.GotoAsync(new Uri(host, show is null ? "/" : $"/?show={Uri.EscapeDataString(show)}").AbsoluteUri);
        return window;
    }

    /// <summary>Becomes that person of the directory, in a column of their own.</summary>
    public Task<ChatColumn> OpenAs(string person) => Column(person);

    /// <summary>Opens a channel, spoken in as the person one last was.</summary>
    public Task<ChatColumn> OpenChannel(string channel) => Column("#" + channel);

    /// <summary>A column that is already open.</summary>
    public ChatColumn Shown(string key) => new(this, Page.Locator($"[data-column=\"{key}\"]"), key);

    /// <summary>Moves the demo clock by one of the page's buttons, whatever its language: <c>tenMinutes</c>, <c>hour</c>, <c>midnight</c>, <c>day</c>.</summary>
    public async Task ClockForward(string step)
    {
        var button = Page.Locator($"#clock [data-step=\"{step}\"]");
        if (!await button.IsVisibleAsync())
        {
            await Page.Locator("#clock summary").ClickAsync();
        }

        await button.ClickAsync();
        await Page.Locator("#clock[data-moving=\"false\"]").WaitForAsync();
    }

    /// <summary>Moves the demo clock to a moment by the clock of the site that one looks at: <c>2026-03-10T23:20</c>.</summary>
    public async Task ClockTo(string moment)
    {
        await Page.Locator("#clock summary").ClickAsync();
        await Page.Locator("#clock form input").FillAsync(moment);
        await Page.Locator("#clock form button").ClickAsync();
        await Page.Locator("#clock[data-moving=\"false\"]").WaitForAsync();
    }

    /// <summary>Takes another size and other colours; what is open stays open.</summary>
    public async Task Becomes(WindowLook look)
    {
        await Page.SetViewportSizeAsync(look.Width, look.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>The page as it was when it had just been opened, without loading it again: nobody is chosen, nothing has gone wrong yet.</summary>
    public async Task BeginsAnew(WindowLook look)
    {
        await Becomes(look);
        await Page.EvaluateAsync("document.querySelectorAll('.column .close').forEach(button => button.click())");
        await Page.Locator("[data-column]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        troubles.Clear();
    }

    /// <summary>A picture in artifacts/pictures.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> Screenshot(string name)
    {
        var path = Path.Combine(Repository.At("artifacts/pictures"), Regex.Replace(name, "[^A-Za-z0-9_.-]", "-") + ".png");
        await Page.ScreenshotAsync(new() { Path = path });
        return path;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task<ChatColumn> Column(string key)
    {
        var column = Shown(key);
        if (await column.Element.CountAsync() == 0)
        {
            await Page.Locator("#picker summary").ClickAsync();
            await Page.Locator($"#picker input[value=\"{key}\"]").CheckAsync();
            await Page.Keyboard.PressAsync("Escape");
        }

        await column.IsOnline();
        return column;
    }
}
