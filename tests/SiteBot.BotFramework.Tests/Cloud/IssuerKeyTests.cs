using Microsoft.IdentityModel.Tokens;
using SiteBot.BotFramework.Builder.Integration.AspNet.Core;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>Which keys count, for how long, for which bot; and what happens while their issuer does not answer.</summary>
public sealed class IssuerKeyTests : IAsyncLifetime
{
    private const string ServiceUrl = "https://smba.example/emea/";

    private readonly ManualTime time = new();
    private LocalIssuer issuer = null!;
    private ConfigurationBotFrameworkAuthentication authentication = null!;

    public async Task InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync();
        authentication = Bot("SingleTenant");
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    [Fact]
    public async Task Callers_who_go_away_do_not_use_up_what_the_issuer_may_be_asked()
    {
        var hold = new TaskCompletionSource();
        issuer.Held = hold.Task;
        for (var i = 0; i < 5; i++)
        {
            using var leaving = new CancellationTokenSource();
            var asking = authentication.AuthenticateRequestAsync(Message("msteams", ServiceUrl), Token(), leaving.Token);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        hold.SetResult();
        await Taken(Token());
    }

    [Fact]
    public async Task An_issuer_that_was_down_at_first_is_asked_again()
    {
        issuer.Broken = true;
        await Refused<UnauthorizedAccessException>(Token());

        issuer.Broken = false;
        await Taken(Token());
    }

    [Fact]
    public async Task A_withdrawn_key_counts_a_day_at_most()
    {
        var signing = new SigningCredentials(issuer.Key, SecurityAlgorithms.RsaSha256);
        await Taken(Token());
        issuer.Roll();
        time.Now += TimeSpan.FromHours(25);

        await Refused<UnauthorizedAccessException>(Token(signing));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public Task A_right_key_with_another_algorithm_does_not_count(string algorithm) =>
        Refused<UnauthorizedAccessException>(Token(new SigningCredentials(issuer.Key, algorithm)));

    [Fact]
    public Task A_token_that_is_too_long_is_not_read() => Refused<UnauthorizedAccessException>("Bearer " + new string('a', 17 * 1024));

    [Fact]
    public Task A_key_without_endorsements_speaks_for_no_channel()
    {
        issuer.Endorsements = null;
        return Refused<ForbiddenActivityException>(Token());
    }

    [Theory]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_key_speaks_for_the_channel_it_names_letter_by_letter(string? channel) => Refused<ForbiddenActivityException>(Token(), channel);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public Task An_activity_without_a_service_address_is_forbidden(string? address) => Refused<ForbiddenActivityException>(Token(), serviceUrl: address);

    [Theory]
    [InlineData("1.0", "appid", true)]
    [InlineData("2.0", "azp", true)]
    [InlineData("2.0", "appid", false)]
    [InlineData("1.0", "azp", false)]
    public async Task The_tenant_names_the_bot_in_the_claim_of_its_tokens_version(string version, string claim, bool counts)
    {
        var token = TenantToken(version, claim);
        if (counts)
        {
            await Taken(token, "emulator", "http://127.0.0.1:5000/");
        }
        else
        {
            await Refused<UnauthorizedAccessException>(token, "emulator", "http://127.0.0.1:5000/");
        }
    }

    [Fact]
    public async Task A_bot_for_all_tenants_takes_no_tenants_token()
    {
        authentication = Bot("MultiTenant");

        await Refused<UnauthorizedAccessException>(TenantToken("1.0", "appid"), "emulator", "http://127.0.0.1:5000/");
    }

    [Theory]
    [InlineData("MultiTenant")]
    [InlineData("UserAssignedMSI")]
    public async Task Bots_of_every_registration_take_the_channels_token(string type)
    {
        authentication = Bot(type);

        await Taken(Token());
    }

    [Fact]
    public void Settings_print_without_their_secret() =>
        Assert.DoesNotContain("a-secret", BotAppSettings.Read(BotOnTrial.Settings(issuer)).ToString(), StringComparison.Ordinal);

    private static Activity Message(string? channel, string? serviceUrl) => new(ActivityTypes.Message) { ChannelId = channel, ServiceUrl = serviceUrl };

    private ConfigurationBotFrameworkAuthentication Bot(string type) => new(BotOnTrial.Settings(issuer, type), time: time);

    private string Token(SigningCredentials? signing = null) => "Bearer " + issuer.Sign(
        new Dictionary<string, object>
        {
            ["iss"] = AuthenticationConstants.ToBotFromChannelTokenIssuer,
            ["aud"] = BotOnTrial.AppId,
            ["exp"] = time.Now.AddHours(1).ToUnixTimeSeconds(),
            ["serviceurl"] = ServiceUrl,
        },
        signing);

    private string TenantToken(string version, string claim) => "Bearer " + issuer.Sign(new Dictionary<string, object>
    {
        ["iss"] = $"https://login.microsoftonline.com/{BotOnTrial.Tenant}/v2.0",
        ["aud"] = BotOnTrial.AppId,
        ["exp"] = time.Now.AddHours(1).ToUnixTimeSeconds(),
        ["ver"] = version,
        [claim] = BotOnTrial.AppId,
    });

    private async Task Taken(string token, string? channel = "msteams", string? serviceUrl = ServiceUrl)
    {
        var caller = await authentication.AuthenticateRequestAsync(Message(channel, serviceUrl), token, default);
        Assert.Equal(BotOnTrial.AppId, caller.ClaimsIdentity!.FindFirst("aud")!.Value);
    }

    private Task Refused<T>(string token, string? channel = "msteams", string? serviceUrl = ServiceUrl)
        where T : UnauthorizedAccessException =>
        Assert.ThrowsAsync<T>(() => authentication.AuthenticateRequestAsync(Message(channel, serviceUrl), token, default));
}
