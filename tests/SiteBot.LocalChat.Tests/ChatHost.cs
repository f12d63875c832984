using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SiteBot.LocalChat.Tests;

/// <summary>The local chat and an <see cref="EchoBot"/> in one host on loopback, as in the product.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChatHost(WebApplication app, EchoBot bot, LocalChatTraffic traffic)
    {
        (this.app, Bot, Traffic) = (app, bot, traffic);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First() + "/") };
    }

    public static readonly LocalPerson LiMing = new("li.ming", new("李明", "Li Ming"), "aad-a1", "user-id-0", "zh", new("工程师", "Engineer")) { TimeZone = "Asia/Shanghai" };
    public static readonly LocalPerson WangFang = new("wang.fang", new("王芳", "Wang Fang"), "aad-a3", "user-id-2", "en", new("主任", "Head of the regional office"));
    public static readonly LocalChannel Field = new("team-1", "channel-1", new("现场服务", "Field service"), new("北京办事处", "Beijing regional office"));
    public static readonly LocalPeople Everybody = new([LiMing, WangFang], [Field]);
    public static readonly DateTimeOffset Night = new(2026, 3, 10, 23, 30, 0, TimeSpan.FromHours(8));

    public EchoBot Bot { get; }

    public LocalChatTraffic Traffic { get; }

    public HttpClient Http { get; }

    /// <param name="people">Who is in the directory, asked anew at each use.</param>
    /// <param name="with">Further options.</param>
    /// <param name="machineTime">The machine's clock of this run of the host.</param>
    /// <param name="url">An address to listen on again; null: a free port.</param>
    /// <param name="map">Further doors of the host.</param>
    public static async Task<ChatHost> Start(Func<LocalPeople>? people = null, Func<LocalChatOptions, LocalChatOptions>? with = null, TimeProvider? machineTime = null, string? url = null, Action<WebApplication>? map = null)
    {
        var options = new LocalChatOptions(people ?? (() => Everybody), () => Night, machineTime ?? new MachineTime()) { RetryPauses = [TimeSpan.Zero] };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url ?? "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddLocalChat(_ => with?.Invoke(options) ?? options);
        var app = builder.Build();
        var bot = new EchoBot();
        bot.Map(app);
        app.MapLocalChat();
        map?.Invoke(app);
        await app.StartAsync();
        return new(app, bot, app.Services.GetRequiredService<LocalChatTraffic>());
    }

    public string Address => Http.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <summary>Opens a person's own chat, or a channel in that person's name, as the page does.</summary>
    public async Task<ChatClient> Open(LocalPerson person, LocalChannel? channel = null)
    {
        var client = await ChatClient.Take(this, person, channel);
        await client.Start();
        return client;
    }

    /// <summary>Opens a chat and lets the greeting pass.</summary>
    public async Task<ChatClient> OpenGreeted(LocalPerson person, LocalChannel? channel = null)
    {
        var client = await Open(person, channel);
        await Quiet();
        Bot.Unheard();
        return client;
    }

    public Task Quiet()
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        return Traffic.Quiet(patience.Token);
    }

    public async Task<HttpResponseMessage> Post(string path, string body, string? token = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await Http.SendAsync(request);
    }

    public static JsonObject Card(params JsonObject[] actions) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(), ["actions"] = new JsonArray([.. actions]) },
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>A machine clock that stands still: ids still rise.</summary>
internal sealed class MachineTime(long milliseconds = 1_780_000_000_000) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
