using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SiteBot.BotFramework.Tests.Cloud;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

/// <summary>Outside local mode, with the real bot: what comes with a valid token is answered to people of the directory in an allowed tenant; everybody else reads why not, and nothing of the
/// standard, of a visit or of a colleague.</summary>
public sealed class TeamsPeopleTests : IAsyncLifetime, IDisposable
{
    private const string App = "5f0e";
    private const string Tenant = "7c1f";
    private const string LiMing = "00000000-0000-0000-0000-0000000000a1";
    private const string ServiceUrl = "https://smba.example/emea/";

    private readonly Folder _folder = new();
    private readonly StandingMachine _machine = new();
    private LocalIssuer _issuer = null!;
    private SiteBotHost _host = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync();
        _host = await SiteBotHost.Compose(
            HostOnTrial.Settings(
                _folder,
                ("MicrosoftAppId", App), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", Tenant), ("MicrosoftAppPassword", "secret"), ("Teams:Tenants", Tenant),
                ("ToBotFromChannelOpenIdMetadataUrl", _issuer.MetadataUrl), ("ToBotFromEmulatorOpenIdMetadataUrl", _issuer.MetadataUrl)),
            _machine, BotComposition.Add);
        await _host.Start(TextWriter.Null);
        _http = new HttpClient { BaseAddress = new Uri(_host.Addresses[0]), Timeout = TimeSpan.FromSeconds(120) };
        _http.DefaultRequestHeaders.Add("Authorization", "Bearer " + _issuer.Sign(new Dictionary<string, object>
        {
            ["iss"] = "https://api.botframework.com", ["aud"] = App, ["serviceurl"] = ServiceUrl,
            ["nbf"] = _machine.Now.AddMinutes(-1).ToUnixTimeSeconds(), ["exp"] = _machine.Now.AddHours(1).ToUnixTimeSeconds(),
        }));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.Stop();
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_aadObjectId_with_an_allowed_tenant_identifies_a_person()
    {
        // Of the directory, in the tenant: answered, and the way to reach them is kept.
        Assert.Contains("4.4-15", await Says(Sender(LiMing), Tenant, Tenant), StringComparison.Ordinal);
        Assert.Contains("6.3-9", await Searches(Sender(LiMing), Tenant, Tenant), StringComparison.Ordinal);
        var book = _host.Services.GetRequiredService<IAddressBook>();
        Assert.NotNull(await book.Of(Recipient.Person("li.ming"), default));

        (string What, JsonObject Sender, string? Conversation, string? Channel)[] others =
        [
            ("a guest of another tenant who has the same object id", Sender(LiMing), "evil", "evil"),
            ("a guest in a conversation of the tenant's", Sender(LiMing), Tenant, "evil"),
            ("a guest whose conversation is another tenant's", Sender(LiMing), "evil", Tenant),
            ("somebody without a tenant", Sender(LiMing), null, null),
            ("a guest of the tenant who is not in the directory", Sender("00000000-0000-0000-0000-0000000000ff"), Tenant, Tenant),
            ("a channel's user id, as local mode would take it", Sender(null, "user-id-2"), Tenant, Tenant),
            ("a name alone", Sender(null, "29:x", "王芳"), Tenant, Tenant),
        ];
        foreach (var (what, sender, conversation, channel) in others)
        {
            foreach (var answer in new[] { await Says(sender, conversation, channel), await Searches(sender, conversation, channel), await Presses(sender, conversation, channel) })
            {
                Assert.True(answer.Contains("directory", StringComparison.Ordinal), $"{what}: {answer}");
                Assert.DoesNotContain("4.4-15", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("6.3-9", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("BJ-042", answer, StringComparison.Ordinal);
                Assert.True(channel == Tenant && conversation == Tenant || !answer.Contains("+86", StringComparison.Ordinal), $"{what} reads a number: {answer}");
            }
        }

        Assert.Null(await book.Of(Recipient.Person("wang.fang"), default));
    }

    private Task<string> Says(JsonObject sender, string? conversation, string? channel) =>
        Post(sender, conversation, channel, "message", ("text", "may I smoke in the equipment room?"));

    private Task<string> Searches(JsonObject sender, string? conversation, string? channel) => Post(
        sender, conversation, channel, "invoke", ("name", "composeExtension/query"),
        ("value", new JsonObject { ["commandId"] = "standard", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = "backup before upgrade" }) }));

    private Task<string> Presses(JsonObject sender, string? conversation, string? channel) => Post(
        sender, conversation, channel, "invoke", ("name", "adaptiveCard/action"),
        ("value", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "visit.status", ["data"] = new JsonObject { ["visit"] = "sample" } } }));

    private async Task<string> Post(JsonObject sender, string? conversation, string? channel, string type, params (string Name, JsonNode Value)[] rest)
    {
        var activity = new JsonObject
        {
            ["type"] = type, ["id"] = Guid.NewGuid().ToString("n"), ["channelId"] = "msteams", ["serviceUrl"] = ServiceUrl, ["deliveryMode"] = "expectReplies", ["locale"] = "en-GB",
            ["from"] = sender.DeepClone(), ["recipient"] = new JsonObject { ["id"] = "28:" + App },
            ["conversation"] = new JsonObject { ["id"] = "a:chat", ["conversationType"] = "personal" },
        };
        if (conversation is not null)
        {
            activity["conversation"]!["tenantId"] = conversation;
        }

        if (channel is not null)
        {
            activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = channel } };
        }

        foreach (var (name, value) in rest)
        {
            activity[name] = value.DeepClone();
        }

        using var response = await _http.PostAsJsonAsync("/api/messages", activity);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonSerializer.Serialize(await response.Content.ReadFromJsonAsync<JsonElement>(), new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonObject Sender(string? aadObjectId, string id = "29:someone", string name = "Somebody")
    {
        var sender = new JsonObject { ["id"] = id, ["name"] = name };
        if (aadObjectId is not null)
        {
            sender["aadObjectId"] = aadObjectId;
        }

        return sender;
    }
}
