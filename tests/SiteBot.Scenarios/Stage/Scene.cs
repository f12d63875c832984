using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SiteBot.Host;
using SiteBot.Host.Settings;
using SiteBot.Teams;

namespace SiteBot.Scenarios.Stage;

/// <summary>The real host with the shipped directory, a channel that plays Teams, and a clock that can be forwarded. The sample's visit is there: half past eleven in Beijing.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-scene-").FullName;
    private readonly ConcurrentDictionary<string, JsonElement> _inPlace = new();
    private SiteBotHost _host = null!;

    private Scene(PlayedChannel channel) => Channel = channel;

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
    public static async Task<Scene> Set()
    {
        var scene = new Scene(await PlayedChannel.Open());
        scene.Engineer = new Actor(scene, "li.ming", "user-id-0", "00000000-0000-0000-0000-0000000000a1", "zh-CN");
        scene.Anna = new Actor(scene, "anna.berg", "user-id-1", "00000000-0000-0000-0000-0000000000a2", "en-GB");
        scene.OfficeHead = new Actor(scene, "wang.fang", "user-id-2", "00000000-0000-0000-0000-0000000000a3", "zh-CN");
        scene.ProductSupport = new Actor(scene, "zhao.lei", "user-id-3", "00000000-0000-0000-0000-0000000000a4", "zh-CN");
        scene.RemoteSupport = new Actor(scene, "chen.yu", "user-id-4", "00000000-0000-0000-0000-0000000000a5", "zh-CN");
        scene.Stranger = new Actor(scene, "stranger", "user-id-99", "00000000-0000-0000-0000-0000000000ff", "en-GB");
        await scene.Raise();
        return scene;
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

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Fall();
        await Channel.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    internal void Replace(Posted post, JsonElement card) => _inPlace[post.Id] = card.Clone();

    private static Posted With(Posted post, JsonElement card) =>
        post with { Activity = JsonSerializer.SerializeToElement(new { type = "message", attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = card } } }) };

    private async Task Raise()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0", ["Storage:Path"] = Path.Combine(_folder, "scene.db"), ["Clock:Frozen"] = "true",
        }).Build();
#pragma warning disable RS0030 // The scene is a composition root: leases and timeouts go by the machine.
        _host = await SiteBotHost.Compose(settings, TimeProvider.System, BotComposition.Add);
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
