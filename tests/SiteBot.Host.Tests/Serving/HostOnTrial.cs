using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SiteBot.Host.Settings;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

/// <summary>The real host in this process, on a free port of loopback, with a store of its own, a machine clock that stands still and a bot that notes what it gets.</summary>
internal sealed class HostOnTrial : IAsyncDisposable
{
    private HostOnTrial(SiteBotHost host, NotingBot bot)
    {
        (Host, Bot) = (host, bot);
        Http = new HttpClient { BaseAddress = new Uri(host.Addresses[0].TrimEnd('/') + "/") };
    }

    public SiteBotHost Host { get; }

    public NotingBot Bot { get; }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <param name="folder">Where its store lies; the same one again is a restart.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<HostOnTrial> Start(Folder folder, StandingMachine? machine = null, params (string Name, string Value)[] settings)
    {
        var bot = new NotingBot();
        var host = await SiteBotHost.Compose(
            Settings(folder, settings), machine ?? new StandingMachine(),
            (services, _) =>
            {
                services.AddSingleton<IBot>(bot);
                services.AddSingleton<NotingDelivery>();
                services.AddSingleton<IMessageDelivery>(provider => provider.GetRequiredService<NotingDelivery>());
            });
        try
        {
            await host.Start(TextWriter.Null);
            return new HostOnTrial(host, bot);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public static IConfigurationRoot Settings(Folder folder, params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Storage:Path"] = folder.File("s.db"), ["Logging:LogLevel:Default"] = "None" }
                .Concat(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
                .GroupBy(pair => pair.Key).Select(same => same.Last()))
        .Build();

    /// <summary>Posts JSON and returns status and body.</summary>
    public async Task<(int Status, JsonElement Body)> Post(string path, string body, params (string Name, string Value)[] headers) =>
        await Send(HttpMethod.Post, path, body, "application/json", headers);

    public async Task<(int Status, JsonElement Body)> Get(string path, params (string Name, string Value)[] headers) =>
        await Send(HttpMethod.Get, path, null, null, headers);

    public async Task<(int Status, JsonElement Body)> Send(HttpMethod method, string path, string? body, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>A message as a channel brings it.</summary>
    public static string Message(string text, string id = "1", string sender = "user-id-0", string type = "message") => $$$"""
        {"type":"{{{type}}}","id":"{{{id}}}","channelId":"msteams","serviceUrl":"http://127.0.0.1:9/x","text":"{{{text}}}","deliveryMode":"expectReplies",
         "from":{"id":"{{{sender}}}"},"recipient":{"id":"bot"},"conversation":{"id":"c"}}
        """;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.Stop();
        await Host.DisposeAsync();
    }
}

/// <summary>A directory that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = System.IO.Directory.CreateTempSubdirectory("sitebot-host").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public void Dispose() => System.IO.Directory.Delete(_path, recursive: true);
}

/// <summary>A machine clock that shows what it is told; what waits for time to pass goes by the real one.</summary>
internal sealed class StandingMachine : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
