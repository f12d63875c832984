using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class ChannelTokenTests : IAsyncLifetime
{
    private const string ServiceUrl = "https://smba.example/emea/";

    private readonly ManualTime time = new();
    private LocalIssuer issuer = null!;
    private BotOnTrial bot = null!;

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync();
        bot = await BotOnTrial.StartAsync(new ConfigurationBotFrameworkAuthentication(BotOnTrial.Settings(issuer), time: time));
        bot.OnTurn = _ => Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_channel_lets_its_activity_in()
    {
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
        Assert.Equal((2, 1), (bot.Turns, issuer.KeysRead));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic YTpi")]
    public async Task Without_a_token_that_can_be_read_nothing_gets_in(string? header) => await Refused(HttpStatusCode.Unauthorized, header);

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-bot")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    public async Task A_token_with_one_claim_wrong_is_refused(string claim, string? value) =>
        await Refused(HttpStatusCode.Unauthorized, Bearer(Claims((claim, value))));

    public static TheoryData<string, object> OfAnotherKind => new()
    {
        { "iss", 7 }, { "iss", true }, { "iss", new[] { "https://api.botframework.com" } },
        { "aud", 7 }, { "aud", Array.Empty<string>() }, { "aud", new Dictionary<string, object> { ["id"] = BotOnTrial.AppId } },
        { "exp", "soon" }, { "exp", true }, { "exp", -1 }, { "exp", 1e300 }, { "nbf", "now" }, { "nbf", 1e300 }, { "nbf", Array.Empty<int>() },
        { "serviceurl", 7 }, { "serviceurl", "" }, { "serviceurl", new[] { "https://smba.example/other/", ServiceUrl } }, { "serviceurl", new Dictionary<string, object> { ["url"] = ServiceUrl } },
    };

    [Theory]
    [MemberData(nameof(OfAnotherKind))]
    public async Task A_token_with_a_claim_of_another_kind_is_refused_and_breaks_nothing(string claim, object value)
    {
        var status = await Status(Bearer(Claims((claim, value))));
        Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{claim}: {status}");
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task A_token_for_several_bots_is_refused() =>
        await Refused(HttpStatusCode.Unauthorized, Bearer(Claims(("aud", new[] { BotOnTrial.AppId, "another-bot" }))));

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task A_token_is_good_until_five_minutes_after_its_end(int secondsAfter, bool good)
    {
        var header = Bearer(Claims(("exp", time.Now.ToUnixTimeSeconds())));
        time.Now += TimeSpan.FromSeconds(secondsAfter);
        Assert.Equal(good ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await Status(header));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task A_token_is_good_from_five_minutes_before_its_beginning(int secondsBefore, bool good)
    {
        var header = Bearer(Claims(("nbf", time.Now.ToUnixTimeSeconds())));
        time.Now -= TimeSpan.FromSeconds(secondsBefore);
        Assert.Equal(good ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await Status(header));
    }

    [Theory]
    [InlineData("https://smba.example/other/")]
    [InlineData(null)]
    public async Task A_token_for_another_serviceUrl_is_forbidden_and_vouches_for_nothing(string? told)
    {
        await Refused(HttpStatusCode.Forbidden, Bearer(Claims(("serviceurl", told))));
        await Assert.ThrowsAsync<ServiceUrlRefusedException>(() => Continue(ServiceUrl));
    }

    [Fact]
    public async Task A_serviceUrl_without_https_is_forbidden_though_a_token_names_it() =>
        await Refused(HttpStatusCode.Forbidden, Bearer(Claims(("serviceurl", "http://smba.example/"))), "http://smba.example/");

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_forbidden()
    {
        await Refused(HttpStatusCode.Forbidden, Bearer(Claims()), channelId: "sms");
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var signed = issuer.Sign(Claims()).Split('.');
        var header = Base64UrlEncoder.Encode($$"""{"alg":"none","kid":"{{issuer.Key.KeyId}}","typ":"JWT"}""");
        await Refused(HttpStatusCode.Unauthorized, $"Bearer {header}.{signed[1]}.");
        await Refused(HttpStatusCode.Unauthorized, $"Bearer {signed[0]}.{signed[1]}.");
    }

    [Fact]
    public async Task A_token_signed_with_a_shared_secret_or_the_public_key_as_one_is_refused()
    {
        var publicKey = Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportRSAPublicKeyPem());
        var secret = new SymmetricSecurityKey(publicKey) { KeyId = issuer.Key.KeyId };
        await Refused(HttpStatusCode.Unauthorized, "Bearer " + issuer.Sign(Claims(), new SigningCredentials(secret, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task A_token_signed_by_a_stranger_under_a_known_keys_name_is_refused()
    {
        var stranger = LocalIssuer.NewKey(issuer.Key.KeyId);
        await Refused(HttpStatusCode.Unauthorized, "Bearer " + issuer.Sign(Claims(), new SigningCredentials(stranger, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task A_token_whose_text_was_changed_is_refused()
    {
        var parts = issuer.Sign(Claims()).Split('.');
        var changed = Base64UrlEncoder.Decode(parts[1]).Replace("msteams-claim", "other-claim!!", StringComparison.Ordinal);
        await Refused(HttpStatusCode.Unauthorized, $"Bearer {parts[0]}.{Base64UrlEncoder.Encode(changed)}.{parts[2]}");
    }

    [Fact]
    public async Task Keys_that_were_rolled_are_read_at_once_and_the_old_ones_are_good_no_more()
    {
        var old = Bearer(Claims());
        Assert.Equal(HttpStatusCode.OK, await Status(old));
        issuer.Roll();
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
        await Refused(HttpStatusCode.Unauthorized, old, turnsBefore: 2);
    }

    [Fact]
    public async Task Tokens_of_unknown_keys_do_not_have_the_issuer_asked_without_end()
    {
        for (var i = 0; i < 20; i++)
        {
            var stranger = new SigningCredentials(LocalIssuer.NewKey("stranger-" + i), SecurityAlgorithms.RsaSha256);
            await Refused(HttpStatusCode.Unauthorized, "Bearer " + issuer.Sign(Claims(), stranger));
        }

        Assert.Equal(3, issuer.KeysRead);
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
    }

    [Fact]
    public async Task While_the_issuer_is_down_known_keys_hold_for_days_and_unknown_ones_never()
    {
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
        issuer.Broken = true;
        time.Now += TimeSpan.FromDays(4);
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims())));
        time.Now += TimeSpan.FromDays(2);
        await Refused(HttpStatusCode.Unauthorized, Bearer(Claims()), turnsBefore: 2);
    }

    [Fact]
    public async Task A_token_of_the_bots_own_tenant_speaks_for_this_machine_alone()
    {
        (string, object?)[] own = [("iss", $"https://sts.windows.net/{BotOnTrial.Tenant}/"), ("appid", BotOnTrial.AppId), ("serviceurl", null)];
        await Refused(HttpStatusCode.Forbidden, Bearer(Claims(own)));
        Assert.Equal(HttpStatusCode.OK, await Status(Bearer(Claims(own)), "http://localhost:5000"));
        await Refused(HttpStatusCode.Unauthorized, Bearer(Claims([.. own, ("appid", "another-app")])), "http://localhost:5000", turnsBefore: 1);
        await Refused(HttpStatusCode.Unauthorized, Bearer(Claims([.. own, ("iss", "https://sts.windows.net/another-tenant/")])), "http://localhost:5000", turnsBefore: 1);
    }

    [Fact]
    public async Task The_same_in_the_cloud_of_21Vianet_by_one_setting()
    {
        var settings = BotOnTrial.Settings(issuer, "SingleTenant", ("ChannelService", "https://botframework.azure.cn"));
        var authentication = new ConfigurationBotFrameworkAuthentication(settings, time: time);
        await using var there = await BotOnTrial.StartAsync(authentication);
        there.OnTurn = _ => Task.CompletedTask;
        Assert.Equal("https://api.botframework.azure.cn", authentication.GetOriginatingAudience());
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.PostAsync(Message.From(ServiceUrl), Bearer(Claims()))).Status);
        var chinese = Bearer(Claims(("iss", "https://api.botframework.azure.cn")));
        Assert.Equal(HttpStatusCode.OK, (await there.PostAsync(Message.From(ServiceUrl), chinese)).Status);
    }

    [Theory]
    [InlineData("MicrosoftAppId", null)]
    [InlineData("MicrosoftAppPassword", null)]
    [InlineData("MicrosoftAppTenantId", " ")]
    [InlineData("MicrosoftAppType", "None")]
    [InlineData("MicrosoftAppType", "1")]
    [InlineData("ChannelService", "https://evil.example")]
    public void Half_a_configuration_is_refused_by_name(string name, string? value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new ConfigurationBotFrameworkAuthentication(BotOnTrial.Settings(issuer, "SingleTenant", (name, value))));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    private Task Continue(string serviceUrl) => bot.Adapter.ContinueConversationAsync(
        BotOnTrial.AppId,
        new ConversationReference(conversation: new ConversationAccount(id: "c"), serviceUrl: serviceUrl, channelId: "msteams"),
        (_, _) => Task.CompletedTask,
        default);

    private Dictionary<string, object> Claims(params (string Name, object? Value)[] other)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = BotOnTrial.AppId,
            ["nbf"] = time.Now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = time.Now.AddHours(1).ToUnixTimeSeconds(),
            ["serviceurl"] = ServiceUrl,
            ["note"] = "msteams-claim",
        };
        foreach (var (name, value) in other)
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    private string Bearer(IDictionary<string, object> claims) => "Bearer " + issuer.Sign(claims);

    private async Task<HttpStatusCode> Status(string? header, string serviceUrl = ServiceUrl, string channelId = "msteams") =>
        (await bot.PostAsync(Message.From(serviceUrl, channelId: channelId), header)).Status;

    private async Task Refused(HttpStatusCode status, string? header, string serviceUrl = ServiceUrl, string channelId = "msteams", int turnsBefore = 0)
    {
        Assert.Equal(status, await Status(header, serviceUrl, channelId));
        Assert.Equal(turnsBefore, bot.Turns);
    }
}
