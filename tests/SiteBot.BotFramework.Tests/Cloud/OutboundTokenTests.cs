using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class OutboundTokenTests : IAsyncLifetime
{
    private readonly ManualTime time = new() { Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) };
    private readonly Directory directory = new();
    private LocalIssuer issuer = null!;
    private RecordingChannel channel = null!;

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync();
        channel = await RecordingChannel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await issuer.DisposeAsync();
        await channel.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_reply_carries_a_token_for_the_secret_asked_for_once()
    {
        await using var bot = await BotOnTrial.StartAsync(Authentication());
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming())).Status);
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming())).Status);

        Assert.Equal(["Bearer token-1", "Bearer token-1"], channel.Requests.Select(request => request.Authorization));
        var asked = Assert.Single(directory.Asked);
        Assert.Equal($"https://login.microsoftonline.com/{BotOnTrial.Tenant}/oauth2/v2.0/token", asked.Address);
        Assert.Contains("client_secret=a-secret", asked.Form, StringComparison.Ordinal);
        Assert.Contains("scope=" + Uri.EscapeDataString("https://api.botframework.com/.default"), asked.Form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_proves_the_bot_without_a_secret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(time.Now.AddDays(-1), time.Now.AddDays(1));
        var settings = BotOnTrial.Settings(issuer, "SingleTenant", ("MicrosoftAppPassword", null), ("ValidateAuthority", "false"));
        var factory = new CertificateServiceClientCredentialsFactory(certificate, BotOnTrial.AppId, BotOnTrial.Tenant, directory.CreateClient("x"), time: time);
        await using var bot = await BotOnTrial.StartAsync(new ConfigurationBotFrameworkAuthentication(settings, factory, httpClientFactory: directory, time: time));
        await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming());

        Assert.Equal("Bearer token-1", Assert.Single(channel.Requests).Authorization);
        var form = Assert.Single(directory.Asked).Form;
        Assert.Contains("client_assertion=", form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_private_key_is_refused_at_once()
    {
        using var key = RSA.Create(2048);
        using var whole = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(time.Now, time.Now.AddDays(1));
        using var half = X509CertificateLoader.LoadCertificate(whole.Export(X509ContentType.Cert));
        Assert.Throws<ArgumentException>(() => new CertificateServiceClientCredentialsFactory(half, BotOnTrial.AppId));
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret_and_asks_the_machine()
    {
        var settings = BotOnTrial.Settings(issuer, "UserAssignedMSI", ("MicrosoftAppPassword", null));
        await using var bot = await BotOnTrial.StartAsync(new ConfigurationBotFrameworkAuthentication(settings, httpClientFactory: directory, time: time));
        await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming());

        Assert.Equal("Bearer token-1", Assert.Single(channel.Requests).Authorization);
        var asked = directory.Asked.Single(one => one.Address.Contains("resource=", StringComparison.Ordinal));
        Assert.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token", asked.Address, StringComparison.Ordinal);
        Assert.Contains("client_id=" + BotOnTrial.AppId, asked.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_cloud_of_21Vianet_the_token_is_asked_for_there()
    {
        var incoming = Incoming("https://api.botframework.azure.cn");
        await using var bot = await BotOnTrial.StartAsync(Authentication(("ChannelService", "https://botframework.azure.cn")));
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl), incoming)).Status);
        // The identity library asks first whether there is such a directory.
        Assert.All(directory.Asked, one => Assert.StartsWith("https://login.partner.microsoftonline.cn/", one.Address, StringComparison.Ordinal));
        var asked = directory.Asked[^1];
        Assert.StartsWith($"https://login.partner.microsoftonline.cn/{BotOnTrial.Tenant}/", asked.Address, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("https://api.botframework.azure.cn/.default"), asked.Form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_for_all_tenants_asks_the_Bot_Frameworks_own()
    {
        var settings = BotOnTrial.Settings(issuer, "MultiTenant", ("ValidateAuthority", "false"), ("MicrosoftAppTenantId", null));
        await using var bot = await BotOnTrial.StartAsync(new ConfigurationBotFrameworkAuthentication(settings, httpClientFactory: directory, time: time));
        await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming());
        Assert.StartsWith("https://login.microsoftonline.com/botframework.com/", Assert.Single(directory.Asked).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_to_an_address_that_no_valid_token_vouched_for()
    {
        await using var bot = await BotOnTrial.StartAsync(Authentication());
        await Assert.ThrowsAsync<ServiceUrlRefusedException>(() => Continue(bot, channel.ServiceUrl));
        await Assert.ThrowsAsync<ServiceUrlRefusedException>(() => bot.Adapter.CreateConversationAsync(
            BotOnTrial.AppId, "msteams", channel.ServiceUrl, null, new ConversationParameters(), (_, _) => Task.CompletedTask, default));
        Assert.Empty(channel.Requests);
        Assert.Empty(directory.Asked);

        await bot.PostAsync(Message.From(channel.ServiceUrl, "typing"), Incoming());
        await Continue(bot, channel.ServiceUrl + "/");
        Assert.Equal("Bearer token-1", Assert.Single(channel.Requests).Authorization);
    }

    [Fact]
    public async Task What_the_host_kept_as_vouched_for_is_good_in_a_later_run()
    {
        var kept = new VouchedServiceUrls();
        await kept.VouchAsync(channel.ServiceUrl, default);
        var settings = BotOnTrial.Settings(issuer, "SingleTenant", ("ValidateAuthority", "false"));
        await using var bot = await BotOnTrial.StartAsync(new ConfigurationBotFrameworkAuthentication(settings, httpClientFactory: directory, vouchedServiceUrls: kept, time: time));
        await Continue(bot, channel.ServiceUrl);
        Assert.Single(channel.Requests);
    }

    [Fact]
    public async Task A_client_whose_address_was_changed_does_not_carry_the_token_there()
    {
        await using var elsewhere = await RecordingChannel.StartAsync();
        await using var bot = await BotOnTrial.StartAsync(Authentication());
        bot.OnTurn = turn =>
        {
            turn.TurnState.Get<SiteBot.BotFramework.Connector.IConnectorClient>()!.BaseUri = new Uri(elsewhere.ServiceUrl);
            return Assert.ThrowsAsync<ServiceUrlRefusedException>(() => turn.SendActivityAsync("x"));
        };
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl), Incoming())).Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void A_token_does_not_print_itself() => Assert.DoesNotContain("secret", new BotToken("secret", time.Now).ToString(), StringComparison.Ordinal);

    private static Task Continue(BotOnTrial bot, string serviceUrl) => bot.Adapter.ContinueConversationAsync(
        BotOnTrial.AppId,
        new ConversationReference(conversation: new ConversationAccount(id: "c"), serviceUrl: serviceUrl, channelId: "msteams"),
        (turn, token) => turn.SendActivityAsync("later", cancellationToken: token),
        default);

    private ConfigurationBotFrameworkAuthentication Authentication(params (string Name, string? Value)[] other) =>
        new(BotOnTrial.Settings(issuer, "SingleTenant", [("ValidateAuthority", "false"), .. other]), httpClientFactory: directory, time: time);

    private string Incoming(string from = "https://api.botframework.com") => "Bearer " + issuer.Sign(new Dictionary<string, object>
    {
        ["iss"] = from,
        ["aud"] = BotOnTrial.AppId,
        ["exp"] = time.Now.AddHours(1).ToUnixTimeSeconds(),
        ["serviceurl"] = channel.ServiceUrl,
    });

    /// <summary>Stands in for the directories and the machine's identity endpoint, and lets what goes to this machine through.</summary>
    private sealed class Directory : DelegatingHandler, IHttpClientFactory
    {
        public Directory()
            : base(new SocketsHttpHandler())
        {
        }

        public List<(string Address, string Form)> Asked { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.IsLoopback)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Asked.Add((request.RequestUri.AbsoluteUri, form));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = JsonContent.Create(new { token_type = "Bearer", expires_in = "86400", expires_on = "1893542400", resource = "x", access_token = "token-1" }),
            };
        }
    }
}
