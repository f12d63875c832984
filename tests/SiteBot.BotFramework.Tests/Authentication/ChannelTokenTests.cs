using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Extensions.Configuration;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Authentication;

/// <summary>Tokens by a local issuer: each is right but for the one thing its test names.</summary>
public sealed class ChannelTokenTests : IAsyncLifetime
{
    private const string AppId = "3f0c2b1e-9a41-4f6e-8a3b-1d2e3f405162";
    private const string Tenant = "contoso-tenant";
    private const string Service = "https://smba.example/teams/";

    private readonly ForwardClock clock = new();
    private readonly HttpClient http = new();
    private readonly VouchedServiceUrls vouched = new();
    private LocalIssuer issuer = null!;
    private RsaSecurityKey key = null!;
    private ConfigurationBotFrameworkAuthentication authentication = null!;

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.Start();
        key = issuer.AddKey("key-1", ["msteams", "webchat"]);
        authentication = Bot("SingleTenant");
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_channels_token_for_this_bot_and_this_activity_is_taken_and_vouches_for_its_address()
    {
        var identity = await Present(Token());

        Assert.True(identity.IsAuthenticated);
        Assert.Equal(AppId, identity.FindFirst("aud")!.Value);
        Assert.True(await vouched.IsVouchedAsync(Service, default));
    }

    [Fact]
    public Task Without_a_token_nobody_comes_in() => Refused(HttpStatusCode.Unauthorized, null);

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer ....")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public Task What_is_no_bearer_token_does_not_come_in(string header) => Refused(HttpStatusCode.Unauthorized, header);

    [Fact]
    public Task A_token_that_is_too_long_is_not_even_read() => Refused(HttpStatusCode.Unauthorized, "Bearer " + new string('a', 17 * 1024));

    [Theory]
    [InlineData("https://api.botframework.example")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://sts.windows.net/another-tenant/")]
    public Task Another_issuer_does_not_count(string name) => Refused(HttpStatusCode.Unauthorized, Bearer(Token(issuedBy: name)));

    [Fact]
    public Task A_token_for_another_bot_does_not_count() => Refused(HttpStatusCode.Unauthorized, Bearer(Token(audience: "another-bot")));

    [Theory]
    [InlineData(-301, 0, false)]
    [InlineData(-299, 0, true)]
    [InlineData(0, 299, true)]
    [InlineData(0, 301, false)]
    public async Task A_token_holds_five_minutes_before_and_after_its_time(int endedSeconds, int beginsInSeconds, bool holds)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = endedSeconds < 0
            ? Token(notBefore: now.AddHours(-1), expires: now.AddSeconds(endedSeconds))
            : Token(notBefore: now.AddSeconds(beginsInSeconds), expires: now.AddHours(1));

        if (holds)
        {
            await Present(token);
        }
        else
        {
            await Refused(HttpStatusCode.Unauthorized, Bearer(token));
        }
    }

    [Fact]
    public Task A_token_without_an_end_does_not_count() => Refused(HttpStatusCode.Unauthorized, Bearer(Signed($$"""{"iss":"{{AuthenticationConstants.ToBotFromChannelTokenIssuer}}","aud":"{{AppId}}","serviceurl":"{{Service}}"}""")));

    [Fact]
    public Task An_unsigned_token_does_not_count()
    {
        var parts = Token().Split('.');
        return Refused(HttpStatusCode.Unauthorized, $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1"}""")}.{parts[1]}.");
    }

    [Fact]
    public Task A_public_key_used_as_a_secret_signs_nothing()
    {
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = "key-1" };
        return Refused(HttpStatusCode.Unauthorized, Bearer(Token(signing: new SigningCredentials(secret, SecurityAlgorithms.HmacSha256))));
    }

    [Fact]
    public Task A_right_key_with_another_algorithm_does_not_count() =>
        Refused(HttpStatusCode.Unauthorized, Bearer(Token(signing: new SigningCredentials(key, SecurityAlgorithms.RsaSsaPssSha256))));

    [Fact]
    public Task A_key_of_the_same_name_that_is_another_does_not_count() =>
        Refused(HttpStatusCode.Unauthorized, Bearer(Token(signing: new SigningCredentials(issuer.AddKey("key-1", null, published: false), SecurityAlgorithms.RsaSha256))));

    [Fact]
    public Task A_changed_claim_breaks_the_signature()
    {
        var parts = Token().Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace(Service, "https://evil.example/", StringComparison.Ordinal);
        return Refused(HttpStatusCode.Unauthorized, $"Bearer {parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_activity_that_names_another_service_address_is_forbidden(string? address)
    {
        await Refused(HttpStatusCode.Forbidden, Bearer(Token()), serviceUrl: address);
        Assert.False(await vouched.IsVouchedAsync("https://evil.example/", default));
    }

    [Fact]
    public async Task A_token_that_names_no_service_address_is_forbidden()
    {
        await Refused(HttpStatusCode.Forbidden, Bearer(Token(service: null)));
        Assert.False(await vouched.IsVouchedAsync(Service, default));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_key_speaks_only_for_the_channels_it_is_endorsed_for(string? channel) => Refused(HttpStatusCode.Forbidden, Bearer(Token()), channel);

    [Fact]
    public Task A_key_without_endorsements_speaks_for_no_channel()
    {
        var bare = issuer.AddKey("bare", null);
        return Refused(HttpStatusCode.Forbidden, Bearer(Token(signing: new SigningCredentials(bare, SecurityAlgorithms.RsaSha256))));
    }

    [Fact]
    public Task A_token_for_several_bots_does_not_count() =>
        Refused(HttpStatusCode.Unauthorized, Bearer(Signed($$"""{"iss":"{{AuthenticationConstants.ToBotFromChannelTokenIssuer}}","aud":["{{AppId}}","another-bot"],"exp":{{clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}},"serviceurl":"{{Service}}"}""")));

    [Fact]
    public async Task A_service_address_without_encryption_is_forbidden_and_not_vouched_for()
    {
        const string plain = "http://smba.example/teams/";

        await Refused(HttpStatusCode.Forbidden, Bearer(Token(service: plain)), serviceUrl: plain);

        Assert.False(await vouched.IsVouchedAsync(plain, default));
    }

    [Fact]
    public async Task Rolled_keys_are_read_anew_at_once()
    {
        await Present(Token());
        var rolled = new SigningCredentials(issuer.AddKey("key-2", ["msteams"]), SecurityAlgorithms.RsaSha256);

        await Present(Token(signing: rolled));

        Assert.Equal(2, issuer.Asked);
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_make_the_bot_hammer_the_issuer()
    {
        await Present(Token());
        var madeUp = issuer.AddKey("made-up", null, published: false);
        for (var i = 0; i < 50; i++)
        {
            madeUp.KeyId = $"made-up-{i}";
            await Refused(HttpStatusCode.Unauthorized, Bearer(Token(signing: new SigningCredentials(madeUp, SecurityAlgorithms.RsaSha256))));
        }

        Assert.InRange(issuer.Asked, 1, 3);
        await Present(Token());
    }

    [Fact]
    public async Task Callers_who_go_away_do_not_use_up_what_the_issuer_may_be_asked()
    {
        var hold = new TaskCompletionSource();
        issuer.Held = hold.Task;
        for (var i = 0; i < 5; i++)
        {
            using var leaving = new CancellationTokenSource();
            var asking = authentication.AuthenticateRequestAsync(Activity("msteams", Service), Bearer(Token()), leaving.Token);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        hold.SetResult();
        await Present(Token());
    }

    [Fact]
    public async Task A_withdrawn_key_counts_a_day_at_most()
    {
        await Present(Token());
        issuer.Withdraw(key);

        clock.Forward(TimeSpan.FromHours(25));
        await Refused(HttpStatusCode.Unauthorized, Bearer(Token()));
    }

    [Fact]
    public async Task While_the_issuer_is_down_the_last_keys_hold_for_five_days()
    {
        await Present(Token());
        issuer.Down = true;
        clock.Forward(TimeSpan.FromHours(25));
        await Present(Token());

        clock.Forward(TimeSpan.FromDays(4));
        await Refused(HttpStatusCode.Unauthorized, Bearer(Token()));
    }

    [Fact]
    public async Task An_issuer_that_was_down_at_first_is_asked_again()
    {
        issuer.Down = true;
        await Refused(HttpStatusCode.Unauthorized, Bearer(Token()));

        issuer.Down = false;
        await Present(Token());
    }

    [Theory]
    [InlineData("1.0", "appid")]
    [InlineData("2.0", "azp")]
    public Task The_tenants_token_for_the_bot_itself_speaks_for_addresses_of_this_machine(string version, string claim) =>
        Present(TenantToken(version, claim, AppId), "emulator", "http://127.0.0.1:5000/");

    [Fact]
    public async Task The_tenants_token_speaks_for_no_other_address()
    {
        await Refused(HttpStatusCode.Forbidden, Bearer(TenantToken("2.0", "azp", AppId)), "emulator", "https://evil.example/");

        Assert.False(await vouched.IsVouchedAsync("https://evil.example/", default));
    }

    [Theory]
    [InlineData("1.0", "appid", "another-app")]
    [InlineData("2.0", "appid", AppId)]
    [InlineData("1.0", "azp", AppId)]
    public Task The_tenants_token_for_another_app_does_not_count(string version, string claim, string app) =>
        Refused(HttpStatusCode.Unauthorized, Bearer(TenantToken(version, claim, app)), "emulator", "http://127.0.0.1:5000/");

    [Fact]
    public async Task A_bot_without_a_tenant_takes_no_tenants_token()
    {
        authentication = Bot("MultiTenant");

        await Refused(HttpStatusCode.Unauthorized, Bearer(TenantToken("2.0", "azp", AppId)), "emulator", "http://127.0.0.1:5000/");
    }

    [Fact]
    public async Task A_bot_with_a_managed_identity_takes_channel_tokens_alike()
    {
        authentication = Bot("UserAssignedMSI");

        await Present(Token());
    }

    [Fact]
    public async Task In_the_cloud_of_21Vianet_its_issuer_counts_and_the_public_one_does_not()
    {
        authentication = Bot("SingleTenant", "https://botframework.azure.cn");

        await Present(Token(issuedBy: "https://api.botframework.azure.cn"));
        await Refused(HttpStatusCode.Unauthorized, Bearer(Token()));
    }

    [Theory]
    [InlineData("MicrosoftAppId", "")]
    [InlineData("MicrosoftAppTenantId", "")]
    [InlineData("MicrosoftAppPassword", "")]
    [InlineData("MicrosoftAppType", "None")]
    [InlineData("ChannelService", "https://botframework.azure.us")]
    public void Half_a_configuration_is_refused_by_the_name_of_what_is_wrong(string setting, string value)
    {
        var settings = Settings("SingleTenant", null);
        settings[setting] = value;

        var refusal = Assert.Throws<InvalidOperationException>(() => Bot(settings));

        Assert.StartsWith(setting, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_print_without_their_secret()
    {
        var settings = BotAppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(Settings("SingleTenant", null)).Build());

        Assert.DoesNotContain("the-secret", settings.ToString(), StringComparison.Ordinal);
    }

    private static string Bearer(string token) => $"Bearer {token}";

    private static Activity Activity(string? channel, string? serviceUrl) => new(ActivityTypes.Message) { ChannelId = channel, ServiceUrl = serviceUrl };

    private Dictionary<string, string?> Settings(string type, string? cloud) => new()
    {
        ["MicrosoftAppType"] = type,
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppTenantId"] = Tenant,
        ["MicrosoftAppPassword"] = "the-secret",
        ["ChannelService"] = cloud,
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{issuer.Address}/channel",
        ["ToBotFromEmulatorOpenIdMetadataUrl"] = $"{issuer.Address}/emulator",
        ["ToChannelFromBotLoginUrl"] = $"{issuer.Address}/{{0}}",
    };

    private ConfigurationBotFrameworkAuthentication Bot(string type, string? cloud = null) => Bot(Settings(type, cloud));

    private ConfigurationBotFrameworkAuthentication Bot(Dictionary<string, string?> settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
        httpClientFactory: new OneClient(http),
        vouchedServiceUrls: vouched,
        time: clock);

    private async Task<System.Security.Claims.ClaimsIdentity> Present(string token, string channel = "msteams", string serviceUrl = Service) =>
        (await authentication.AuthenticateRequestAsync(Activity(channel, serviceUrl), Bearer(token), default)).ClaimsIdentity!;

    private async Task Refused(HttpStatusCode status, string? header, string? channel = "msteams", string? serviceUrl = Service)
    {
        var refusal = await Assert.ThrowsAnyAsync<UnauthorizedAccessException>(() => authentication.AuthenticateRequestAsync(Activity(channel, serviceUrl), header, default));
        Assert.Equal(status, refusal is ForbiddenActivityException ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized);
    }

    private string Token(
        string issuedBy = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        string audience = AppId,
        string? service = Service,
        DateTime? notBefore = null,
        DateTime? expires = null,
        SigningCredentials? signing = null)
    {
        var claims = new Dictionary<string, object>();
        if (service is not null)
        {
            claims["serviceurl"] = service;
        }

        return Created(issuedBy, audience, claims, notBefore, expires, signing);
    }

    private string TenantToken(string version, string claim, string app) =>
        Created($"{issuer.Address}/{Tenant}/v2.0", AppId, new Dictionary<string, object> { ["ver"] = version, [claim] = app }, null, null, null);

    private string Created(string issuedBy, string audience, Dictionary<string, object> claims, DateTime? notBefore, DateTime? expires, SigningCredentials? signing)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuedBy,
            Audience = audience,
            IssuedAt = now,
            NotBefore = notBefore ?? now.AddMinutes(-1),
            Expires = expires ?? now.AddHours(1),
            Claims = claims,
            SigningCredentials = signing ?? new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    private string Signed(string payload)
    {
        var head = $"{Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"key-1"}""")}.{Base64UrlEncoder.Encode(payload)}";
        return $"{head}.{Base64UrlEncoder.Encode(key.Rsa.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private sealed class OneClient(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }
}
