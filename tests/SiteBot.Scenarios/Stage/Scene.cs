using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SiteBot.Host;
using SiteBot.Host.Commands;
using SiteBot.Host.Settings;
using SiteBot.Teams;

namespace SiteBot.Scenarios.Stage;

/// <summary>The real host with the shipped directory, a channel that plays Teams, and a clock that can be forwarded. The sample's visit is there: half past eleven in Beijing.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-scene-").FullName;
    private readonly ConcurrentDictionary<string, JsonElement> _inPlace = new();
    private readonly Action<IServiceCollection> _more;
    private readonly string? _directory;
    private string? _dialogs;
    private SiteBotHost _host = null!;

    private Scene(PlayedChannel channel, PlayedDrive? drive, Action<IServiceCollection>? more, Func<string, string>? directory)
    {
        Channel = channel;
        _drive = drive;
        _more = services =>
        {
            drive?.Add(services);
            more?.Invoke(services);
        };
        if (directory is not null)
        {
            _directory = Path.Combine(_folder, "directory.yaml");
            File.WriteAllText(_directory, directory(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dialogs", "sample-directory.yaml"))));
        }
    }

    private readonly PlayedDrive? _drive;

    /// <summary>Where Teams keeps people's files; only in a scene that was set with one.</summary>
    public PlayedDrive Drive => _drive ?? throw new InvalidOperationException("The scene was set without a drive.");

    /// <summary>Sun Bo, a contractor's engineer in Beijing.</summary>
    public Actor Contractor { get; private set; } = null!;

    /// <summary>Liu Na, project manager in Beijing.</summary>
    public Actor ProjectManager { get; private set; } = null!;

    /// <summary>Karl Weiss, who heads the Berlin regional office.</summary>
    public Actor BerlinHead { get; private set; } = null!;

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>What the bot posts to.</summary>
    public PlayedChannel Channel { get; }

    /// <summary>The host's doors.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Li Ming, engineer in Beijing.</summary>
    public Actor Engineer { get; private set; } = null!;

    /// <summary>Wang Fang, who heads the Beijing regional office.</summary>
    public Actor OfficeHead { get; private set; } = null!;

    /// <summary>Zhao Lei, product support.</summary>
    public Actor ProductSupport { get; private set; } = null!;

    /// <summary>Chen Yu, remote support and expert.</summary>
    public Actor RemoteSupport { get; private set; } = null!;

    /// <summary>Anna Berg, engineer in Berlin.</summary>
    public Actor Anna { get; private set; } = null!;

    /// <summary>Somebody who is not in the directory.</summary>
    public Actor Stranger { get; private set; } = null!;

    /// <summary>Sets the stage.</summary>
    /// <param name="withDrive">Teams' files are played too: photos come from there, and forms go there.</param>
    /// <param name="more">Registrations instead of the product's own.</param>
    /// <param name="directory">Changes the text of the directory that ships.</param>
    public static async Task<Scene> Set(bool withDrive = false, Action<IServiceCollection>? more = null, Func<string, string>? directory = null)
    {
        var scene = new Scene(await PlayedChannel.Open(), withDrive ? await PlayedDrive.Open() : null, more, directory);
        scene.Engineer = new Actor(scene, "li.ming", "user-id-0", "00000000-0000-0000-0000-0000000000a1", "zh-CN");
        scene.Anna = new Actor(scene, "anna.berg", "user-id-1", "00000000-0000-0000-0000-0000000000a2", "en-GB");
        scene.OfficeHead = new Actor(scene, "wang.fang", "user-id-2", "00000000-0000-0000-0000-0000000000a3", "zh-CN");
        scene.ProductSupport = new Actor(scene, "zhao.lei", "user-id-3", "00000000-0000-0000-0000-0000000000a4", "zh-CN");
        scene.RemoteSupport = new Actor(scene, "chen.yu", "user-id-4", "00000000-0000-0000-0000-0000000000a5", "zh-CN");
        scene.Contractor = new Actor(scene, "sun.bo", "user-id-5", "00000000-0000-0000-0000-0000000000a6", "zh-CN");
        scene.ProjectManager = new Actor(scene, "liu.na", "user-id-6", "00000000-0000-0000-0000-0000000000a7", "zh-CN");
        scene.BerlinHead = new Actor(scene, "karl.weiss", "user-id-8", "00000000-0000-0000-0000-0000000000a9", "en-GB");
        scene.Stranger = new Actor(scene, "stranger", "user-id-99", "00000000-0000-0000-0000-0000000000ff", "en-GB");
        await scene.Raise();
        return scene;
    }

    /// <summary>The host stops, a file of its dialogs is changed, and it starts again over the same store.</summary>
    public async Task ChangeDialog(string file, Func<string, string> change)
    {
        await Fall();
        if (_dialogs is null)
        {
            _dialogs = Path.Combine(_folder, "dialogs");
            var shipped = Path.Combine(AppContext.BaseDirectory, "dialogs");
            foreach (var path in System.IO.Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_dialogs, Path.GetRelativePath(shipped, path));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(path, copy);
            }
        }

        var changed = Path.Combine(_dialogs, file);
        await File.WriteAllTextAsync(changed, change(await File.ReadAllTextAsync(changed)));
        await Raise();
    }

    /// <summary>The host stops and starts again over the same store.</summary>
    public async Task Restart()
    {
        await Fall();
        await Raise();
    }

    /// <summary>Moves the demo clock; everything that comes due on the way is delivered.</summary>
    public async Task Forward(string duration)
    {
        using var response = await Http.PostAsJsonAsync("/local/clock", new { forward = duration });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Moves the demo clock to a moment.</summary>
    public async Task ForwardTo(string moment)
    {
        using var response = await Http.PostAsJsonAsync("/local/clock", new { now = moment });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until everything due is delivered.</summary>
    public async Task Settle()
    {
        using var response = await Http.PostAsJsonAsync("/local/settle", new { });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The cards that stand in a conversation now: the last state of each message, in the order in which they came.</summary>
    public IReadOnlyList<Posted> CardsOf(string conversation) =>
    [
        .. Channel.Posts.Where(post => post.Conversation == conversation).GroupBy(post => post.Id).Select(group => group.Last())
            .Select(post => _inPlace.TryGetValue(post.Id, out var card) ? With(post, card) : post).Where(post => post.Card is not null),
    ];

    /// <summary>The cards that stand in a regional office's channel now.</summary>
    public IReadOnlyList<Posted> ChannelCards(string channel = "team-id") =>
    [
        .. Channel.Posts.Where(post => post.Conversation == channel || post.Conversation.StartsWith(channel + ";", StringComparison.Ordinal))
            .GroupBy(post => post.Id).Select(group => group.Last()).Where(post => post.Card is not null),
    ];

    /// <summary>A visit's story, as the command line exports it.</summary>
    public async Task<string> Export(string visit, string language)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        using var terminal = new Terminal(Stream.Null, output, error);
        var code = await CommandLine.Run(Verbs.All, ["export", visit, "--lang", language, $"--Storage:Path={StoreFile}"], terminal);
        return code == 0 ? Encoding.UTF8.GetString(output.ToArray()) : throw new InvalidOperationException(error.ToString());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Fall();
        await Channel.DisposeAsync();
        await (_drive?.DisposeAsync() ?? default);
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    internal void Replace(Posted post, JsonElement card) => _inPlace[post.Id] = card.Clone();

    private string StoreFile => Path.Combine(_folder, "scene.db");

    private static Posted With(Posted post, JsonElement card) =>
        post with { Activity = JsonSerializer.SerializeToElement(new { type = "message", attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = card } } }) };

    private async Task Raise()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0", ["Storage:Path"] = StoreFile, ["Clock:Frozen"] = "true", ["Local:Sample"] = "true",
            ["Dialogs:Path"] = _dialogs, ["Directory:Path"] = _directory,
        }).Build();
#pragma warning disable RS0030 // The scene is a composition root: leases and timeouts go by the machine.
        _host = await SiteBotHost.Compose(settings, TimeProvider.System, (services, options) =>
        {
            BotComposition.Add(services, options);
            _more(services);
        });
#pragma warning restore RS0030
        await _host.Start(TextWriter.Null);
        Http = new HttpClient { BaseAddress = new Uri(_host.Addresses[0]), Timeout = TimeSpan.FromSeconds(120) };
    }

    private async Task Fall()
    {
        Http.Dispose();
        await _host.Stop();
        await _host.DisposeAsync();
    }
}
