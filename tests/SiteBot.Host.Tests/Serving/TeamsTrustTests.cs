using Microsoft.IdentityModel.Tokens;
using SiteBot.BotFramework.Tests.Cloud;

namespace SiteBot.Host.Tests.Serving;

/// <summary>Outside local mode: the real host lets in what a token of the channel's brings, and nothing else.</summary>
public sealed class TeamsTrustTests : IAsyncLifetime, IDisposable
{
    private const string App = "5f0e";
    private const string ServiceUrl = "https://smba.example/emea/";
    private readonly Folder _folder = new();
    private readonly StandingMachine _machine = new();
    private LocalIssuer _issuer = null!;

    public static TheoryData<string, string> Registrations => new()
    {
        { "SingleTenant", "" }, { "MultiTenant", "" }, { "UserAssignedMSI", "" }, { "SingleTenant", "https://botframework.azure.cn" },
    };

    public async Task InitializeAsync() => _issuer = await LocalIssuer.StartAsync();

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Each_registration_in_each_cloud_takes_its_own_clouds_tokens(string type, string cloud)
    {
        await using var trial = await Start(type, cloud);
        var (own, other) = ("https://api.botframework.com", "https://api.botframework.azure.cn");
        (own, other) = cloud.Length == 0 ? (own, other) : (other, own);
        Assert.Equal(200, await Status(trial, Bearer(("iss", own))));
        Assert.Equal(401, await Status(trial, Bearer(("iss", other))));
        Assert.Single(trial.Bot.Began);
    }

    [Theory]
    [InlineData("iss", "https://evil.example", 401)]
    [InlineData("aud", "another-bot", 401)]
    [InlineData("exp", null, 401)]
    [InlineData("serviceurl", "https://smba.example/other/", 403)]
    [InlineData("serviceurl", null, 403)]
    public async Task One_wrong_claim_is_enough_to_stay_out(string claim, string? value, int status)
    {
        await using var trial = await Start();
        Assert.Equal(status, await Status(trial, Bearer((claim, value))));
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task Without_a_token_or_with_one_that_nobody_signed_nothing_gets_in()
    {
        await using var trial = await Start();
        var signed = Bearer().Split('.');
        var unsigned = $"Bearer {Base64UrlEncoder.Encode($$"""{"alg":"none","kid":"{{_issuer.Key.KeyId}}","typ":"JWT"}""")}.{signed[1]}.";
        var stranger = new SigningCredentials(LocalIssuer.NewKey(_issuer.Key.KeyId), SecurityAlgorithms.RsaSha256);
        Assert.Equal(401, await Status(trial, null));
        Assert.Equal(401, await Status(trial, unsigned));
        Assert.Equal(401, await Status(trial, "Bearer " + _issuer.Sign(Claims(), stranger)));
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task Keys_that_roll_and_clocks_that_differ_by_five_minutes_are_borne()
    {
        await using var trial = await Start();
        var old = Bearer();
        Assert.Equal(200, await Status(trial, old));
        _issuer.Roll();
        Assert.Equal(200, await Status(trial, Bearer()));
        Assert.Equal(401, await Status(trial, old));

        Assert.Equal(200, await Status(trial, Bearer(("exp", _machine.Now.AddSeconds(-299).ToUnixTimeSeconds()))));
        Assert.Equal(401, await Status(trial, Bearer(("exp", _machine.Now.AddSeconds(-301).ToUnixTimeSeconds()))));
    }

    [Fact]
    public async Task There_is_no_local_chat_and_no_demo_clock()
    {
        await using var trial = await Start();
        Assert.Equal(404, (await trial.Get("")).Status);
        Assert.Equal(404, (await trial.Get("local/clock")).Status);
        Assert.Equal(404, (await trial.Post("directline/tokens/generate", """{"user":{"id":"li.ming"}}""")).Status);
    }

    private Task<HostOnTrial> Start(string type = "SingleTenant", string cloud = "") => HostOnTrial.Start(
        _folder, _machine,
        [
            ("MicrosoftAppId", App), ("MicrosoftAppType", type), ("MicrosoftAppTenantId", "7c1f"), ("Teams:Tenants", "7c1f"), ("ChannelService", cloud),
            ("ToBotFromChannelOpenIdMetadataUrl", _issuer.MetadataUrl), ("ToBotFromEmulatorOpenIdMetadataUrl", _issuer.MetadataUrl),
            .. type == "UserAssignedMSI" ? [] : new[] { ("MicrosoftAppPassword", "secret") },
        ]);

    private static async Task<int> Status(HostOnTrial trial, string? authorization) =>
        (await trial.Post(
            "api/messages", HostOnTrial.Message("hello").Replace("http://127.0.0.1:9/x", ServiceUrl, StringComparison.Ordinal),
            authorization is null ? [] : [("Authorization", authorization)])).Status;

    private string Bearer(params (string Name, object? Value)[] other) => "Bearer " + _issuer.Sign(Claims(other));

    private Dictionary<string, object> Claims(params (string Name, object? Value)[] other)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = App,
            ["nbf"] = _machine.Now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = _machine.Now.AddHours(1).ToUnixTimeSeconds(),
            ["serviceurl"] = ServiceUrl,
        };
        foreach (var (name, value) in other)
        {
            claims[name] = value;
        }

        return claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!);
    }
}
