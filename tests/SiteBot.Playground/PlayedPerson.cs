using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using SiteBot.Chromium;

namespace SiteBot.Playground;

/// <summary>Somebody of the sample directory in a Playground of their own: it plays Teams for one person. Its page is worked as a person does it.</summary>
internal sealed class PlayedPerson : IAsyncDisposable
{
    /// <summary>Milliseconds that something may take until it is seen; only a failure waits so long.</summary>
    private const int Patience = 120_000;

    private readonly Process _playground;
    private readonly string _folder;
    private readonly string _id;
    private IBrowserContext? _context;
    private IPage? _page;

    private PlayedPerson(Process playground, string folder, string id) => (_playground, _folder, _id) = (playground, folder, id);

    /// <summary>Where pictures go.</summary>
    public static string Pictures { get; } = Repository.At("artifacts/playground");

    private IPage Page => _page!;

    /// <summary>Starts a Playground on loopback that speaks to the host, and opens its page.</summary>
    /// <param name="host">The host.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="id">The person's id in the directory, for the pictures.</param>
    /// <param name="user">Which of the users user-id-0…5 they are.</param>
    public static async Task<PlayedPerson> Start(Uri host, ChromiumBrowser browser, string id, int user)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-playground-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), PlaygroundSettings.Of(user));
        await NoDesktop(folder);
        var app = Repository.At("tests/SiteBot.Playground/app");
        var port = FreePort();
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            ArgumentList =
            {
                "--require", Path.Combine(app, "loopback.cjs"), Path.Combine(app, "node_modules/@microsoft/m365agentsplayground/cli.js"),
                "-e", new Uri(host, "api/messages").AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--disable-telemetry",
            },
        };
        start.Environment["PATH"] = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var playground = Process.Start(start)!;
        _ = playground.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var person = new PlayedPerson(playground, folder, id);
        try
        {
            await person.Opens(browser, new Uri($"http://127.0.0.1:{port}/"));
            return person;
        }
        catch
        {
            await person.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a message and sends it.</summary>
    public async Task Says(string text)
    {
        await Page.GetByRole(AriaRole.Textbox).Last.ClickAsync();
        await Page.Keyboard.InsertTextAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses the last button of that inscription.</summary>
    public Task Presses(string inscription) => Page.GetByRole(AriaRole.Button, new() { Name = inscription, Exact = true }).Last.ClickAsync();

    /// <summary>Fills in the last field of that label.</summary>
    public Task Fills(string label, string text) => Page.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(text);

    /// <summary>Waits until a text is seen.</summary>
    public Task Sees(string text) => Page.GetByText(text).Last.WaitForAsync();

    /// <summary>How often a text stands on the page.</summary>
    public Task<int> Count(string text) => Page.GetByText(text).CountAsync();

    /// <summary>Waits until a text stands there once more.</summary>
    public Task SeesMore(string text, int than) => Page.GetByText(text).Nth(than).WaitForAsync();

    /// <summary>Opens the team's channel.</summary>
    public Task OpensChannel() => Page.GetByRole(AriaRole.Treeitem, new() { NameRegex = new("General") }).ClickAsync();

    /// <summary>Opens the personal chat.</summary>
    public Task OpensChat() => Page.GetByRole(AriaRole.Treeitem, new() { NameRegex = new("Personal Chat") }).ClickAsync();

    /// <summary>Searches with a message extension, puts a result into the message and sends it. The Playground reads no manifest: command and parameter are typed in.</summary>
    public async Task Searches(string command, string parameter, string words, string result)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).Last.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Search Command" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Specify Command ID or Parameter" }).ClickAsync();
        await Page.GetByPlaceholder("Command ID").FillAsync(command);
        await Page.GetByPlaceholder("Parameter name").FillAsync(parameter);
        await Page.GetByPlaceholder("Enter a search term").FillAsync(words);
        await Page.GetByText(result).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).Last.ClickAsync();
    }

    /// <summary>Takes a picture of the page.</summary>
    public Task Picture(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{_id}-{name}.png") });

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }

        if (!_playground.HasExited)
        {
            _playground.Kill();
        }

        await _playground.WaitForExitAsync();
        _playground.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private async Task Opens(ChromiumBrowser browser, Uri address)
    {
        using var http = new HttpClient();
        var until = Stopwatch.StartNew();
        while (!await Answers(http, address))
        {
            if (_playground.HasExited || until.ElapsedMilliseconds > Patience)
            {
                throw new InvalidOperationException("The Playground did not start.");
            }

            await Task.Delay(200);
        }

        _context = await browser.Window(new() { ViewportSize = new() { Width = 1300, Height = 1000 }, Locale = "en-US" });
        _context.SetDefaultTimeout(Patience);
        _page = await _context.NewPageAsync();
        await Page.GotoAsync(address.AbsoluteUri);
    }

    private static async Task<bool> Answers(HttpClient http, Uri address)
    {
        try
        {
            using var response = await http.GetAsync(address);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // It opens its page on a desktop that there is none of here.
    private static async Task NoDesktop(string folder)
    {
        var program = Path.Combine(folder, "xdg-open");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
