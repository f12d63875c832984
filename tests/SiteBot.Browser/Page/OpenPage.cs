using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SiteBot.Chromium;
using SiteBot.Chromium.Chat;
using SiteBot.LocalChat;
using SiteBot.LocalChat.Tests;

namespace SiteBot.Browser.Page;

/// <summary>
/// One host and one loaded page for the tests that look at the page: loading Web Chat is what takes long. A test gets an empty page and people whom nobody was before,
/// so that no conversation has a past.
/// </summary>
public sealed class OpenPage : IAsyncLifetime
{
    private const int People = 40;

    private readonly ConcurrentDictionary<string, string> languages = new();
    private ChatHost host = null!;
    private int taken;
    private JsonObject? heard;

    internal ChromiumBrowser Chromium { get; private set; } = null!;

    internal ChatWindow Window { get; private set; } = null!;

    internal DemoClock Clock { get; } = new(ChatHost.Night);

    internal Uri Address => new(host.Address);

    /// <summary>What happens before the bot greets whoever opens their chat; null: there is no greeting.</summary>
    internal Func<Task>? BeforeGreeting { get; set; }

    public async Task InitializeAsync()
    {
        host = await ChatHost.Start(Everybody, options => options with { Now = () => Clock.Now }, map: Clock.Map);
        host.Bot.Turn = Turn;
        Chromium = await ChromiumBrowser.Start();
        Window = await ChatWindow.Open(Chromium, Address);
    }

    public async Task DisposeAsync()
    {
        await Window.DisposeAsync();
        await Chromium.DisposeAsync();
        await host.DisposeAsync();
    }

    /// <summary>The page as just opened, in that look.</summary>
    internal async Task<ChatWindow> Anew(WindowLook? look = null)
    {
        BeforeGreeting = null;
        await Window.BeginsAnew(look ?? new());
        return Window;
    }

    /// <summary>Somebody whom nobody was before.</summary>
    internal string Somebody(string language = "en")
    {
        var person = Id(Interlocked.Increment(ref taken));
        Speaks(person, language);
        return person;
    }

    /// <summary>The person now speaks that language.</summary>
    internal void Speaks(string person, string language) => languages[person] = language;

    /// <summary>The bot says something long, unasked, to who wrote to it last.</summary>
    internal Task TellsNews() => CardBot.TellsNews(heard!, host.Bot);

    private static string Id(int number) => $"person.{number}";

    private LocalPeople Everybody() => new(
        [.. Enumerable.Range(1, People).Select(number => new LocalPerson(Id(number), new($"某人{number}", $"Person {number}"), $"aad-{number}", $"user-{number}", languages.GetValueOrDefault(Id(number), "en"), new("工程师", "Engineer")))],
        [ChatHost.Field, ChatHost.Field with { ChannelId = "channel-2" }]);

    private async Task<(int Status, JsonNode? Body)> Turn(JsonObject activity, EchoBot bot)
    {
        heard = (string?)activity["type"] == "message" ? activity : heard;
        if ((string?)activity["type"] != "conversationUpdate" || BeforeGreeting is not { } before)
        {
            return await CardBot.Turn(activity, bot);
        }

        await before();
        return await CardBot.Greets(activity, bot);
    }
}
