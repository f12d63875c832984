using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>A bot behind a real HTTP endpoint that answers each message with an echo and counts its turns.</summary>
internal sealed class BotOnTrial : IBot, IAsyncDisposable
{
    public const string AppId = "a-bot";
    public const string Tenant = "a-tenant";

    private readonly HttpClient client = new();
    private LoopbackServer? server;

    private BotOnTrial(BotFrameworkAuthentication authentication) => Adapter = new CloudAdapter(authentication);

    public CloudAdapter Adapter { get; }

    public int Turns { get; private set; }

    public Func<ITurnContext, Task> OnTurn { get; set; } = turn =>
        turn.Activity.Type == ActivityTypes.Message ? turn.SendActivityAsync("echo " + turn.Activity.Text) : Task.CompletedTask;

    public static async Task<BotOnTrial> StartAsync(BotFrameworkAuthentication authentication)
    {
        var bot = new BotOnTrial(authentication);
        bot.server = await LoopbackServer.StartAsync(context => bot.Adapter.ProcessAsync(context.Request, context.Response, bot));
        return bot;
    }

    public static Task<BotOnTrial> StartLocalAsync() => StartAsync(new LoopbackBotFrameworkAuthentication(new HttpClient()));

    public static IConfiguration Settings(LocalIssuer issuer, string type = "SingleTenant", params (string Name, string? Value)[] other)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "a-secret",
            ["MicrosoftAppTenantId"] = Tenant,
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = issuer.MetadataUrl,
        };
        foreach (var (name, value) in other)
        {
            settings[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Turns++;
        return OnTurn(turnContext);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string json, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server!.Address + "/api/messages")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> GetAsync()
    {
        using var response = await client.GetAsync(server!.Address + "/api/messages");
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server!.DisposeAsync();
    }
}
