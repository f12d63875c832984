using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SiteBot.BotFramework.Tests.Cloud;

namespace SiteBot.Host.Tests.Serving;

/// <summary>The manager's tab in Teams: a valid token of a member of the tenant who is in the directory, or nothing is shown.</summary>
public sealed class TabSignInTests : IAsyncLifetime, IDisposable
{
    private const string App = "5f0e";
    private const string Tenant = "7c1f";
    private const string Head = "00000000-0000-0000-0000-0000000000a3";
    private readonly Folder _folder = new();
    private readonly StandingMachine _machine = new();
    private LocalIssuer _issuer = null!;

    public async Task InitializeAsync() => _issuer = await LocalIssuer.StartAsync();

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_wrong_claim_is_enough_to_see_nothing()
    {
        (string Claim, object? Value, int Status)[] wrong =
        [
            ("iss", "https://evil.example", 401), ("iss", "https://login.microsoftonline.com/other/v2.0", 401), ("iss", "https://api.botframework.com", 401), ("iss", null, 401),
            ("aud", "another-app", 401), ("aud", new[] { App, "another-app" }, 401), ("aud", null, 401),
            ("exp", _machine.Now.AddSeconds(-301).ToUnixTimeSeconds(), 401), ("exp", null, 401), ("nbf", _machine.Now.AddSeconds(301).ToUnixTimeSeconds(), 401),
            ("tid", "other", 401), ("tid", null, 401),
            ("scp", null, 403), ("scp", "User.Read", 403), ("scp", "access_as_user_not", 403), ("idtyp", "app", 403),
            ("idp", "https://sts.windows.net/other/", 403), ("acct", "1", 403),
            ("oid", null, 403), ("oid", "00000000-0000-0000-0000-00000000dead", 403), ("oid", "wang.fang", 403),
        ];
        await using var trial = await Start();
        await FieldOfVisits.BothOffices(trial);
        foreach (var (claim, value, status) in wrong)
        {
            var (answered, body) = await Ask(trial, Bearer((claim, value)));
            Assert.Equal((claim, value, status), (claim, value, answered));
            Assert.Equal(["error"], body.EnumerateObject().Select(property => property.Name));
        }

        Assert.Equal(200, (await Ask(trial, Bearer())).Status);
    }

    [Fact]
    public async Task A_token_that_no_key_of_the_tenant_signed_is_none()
    {
        await using var trial = await Start();
        var signed = Bearer().Split('.');
        var unsigned = $"Bearer {Base64UrlEncoder.Encode($$"""{"alg":"none","kid":"{{_issuer.Key.KeyId}}","typ":"JWT"}""")}.{signed[1]}.";
        var stranger = new SigningCredentials(LocalIssuer.NewKey(_issuer.Key.KeyId), SecurityAlgorithms.RsaSha256);
        Assert.Equal(401, (await Ask(trial, null)).Status);
        Assert.Equal(401, (await Ask(trial, "Basic d2FuZzpmYW5n")).Status);
        Assert.Equal(401, (await Ask(trial, "Bearer none")).Status);
        Assert.Equal(401, (await Ask(trial, unsigned)).Status);
        Assert.Equal(401, (await Ask(trial, "Bearer " + _issuer.Sign(Claims(), stranger))).Status);
        Assert.Equal(401, (await trial.Get("tab/data?as=wang.fang")).Status);
    }

    [Fact]
    public async Task Who_the_token_is_of_decides_what_is_seen_and_not_what_the_address_says()
    {
        await using var trial = await Start();
        await FieldOfVisits.BothOffices(trial);
        var (status, body) = await Ask(trial, Bearer(("oid", Head)), "?as=root.admin&office=BER");
        Assert.Equal(200, status);
        Assert.Empty(TabTests.Visits(body));
        Assert.Equal(["bj1"], TabTests.Visits((await Ask(trial, Bearer(("oid", Head)))).Body));
        Assert.Equal(["ber1"], TabTests.Visits((await Ask(trial, Bearer(("oid", "00000000-0000-0000-0000-0000000000a9")))).Body));
    }

    [Fact]
    public async Task Tokens_of_both_versions_and_keys_that_roll_are_taken()
    {
        await using var trial = await Start();
        var old = Bearer(("iss", $"https://sts.windows.net/{Tenant}/"), ("aud", $"api://{App}"), ("idp", $"https://sts.windows.net/{Tenant}/"));
        Assert.Equal(200, (await Ask(trial, old)).Status);
        _issuer.Roll();
        Assert.Equal(200, (await Ask(trial, Bearer())).Status);
        Assert.Equal(401, (await Ask(trial, old)).Status);
    }

    [Theory]
    [InlineData("", "https://login.microsoftonline.com", "https://login.partner.microsoftonline.cn", "https://teams.microsoft.com")]
    [InlineData("https://botframework.azure.cn", "https://login.partner.microsoftonline.cn", "https://login.microsoftonline.com", "https://teams.microsoftonline.cn")]
    public async Task Each_cloud_takes_its_own_tokens_and_is_shown_in_its_own_Teams(string cloud, string own, string other, string teams)
    {
        await using var trial = await Start(("ChannelService", cloud));
        Assert.Equal(200, (await Ask(trial, Bearer(("iss", $"{own}/{Tenant}/v2.0")))).Status);
        Assert.Equal(401, (await Ask(trial, Bearer(("iss", $"{other}/{Tenant}/v2.0")))).Status);

        using var page = await trial.Http.GetAsync("tab");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"frame-ancestors {teams}", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("data-mode=\"teams\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await trial.Get("tab/people")).Status);
    }

    [Fact]
    public async Task TeamsJS_is_there_for_the_page()
    {
        await using var trial = await Start();
        using var script = await trial.Http.GetAsync("tab/lib/MicrosoftTeams.min.js");
        Assert.True(script.IsSuccessStatusCode, "TeamsJS is missing: npm ci in src/SiteBot.ManagersTab, then build again.");
        Assert.Equal(["nosniff"], script.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_person_who_asks_without_end_is_told_to_wait()
    {
        await using var trial = await Start(("Limits:TurnsPerSender", "3"));
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await Ask(trial, Bearer())).Status);
        }

        Assert.Equal([200, 200, 200, 429, 429], statuses);
        Assert.Equal(200, (await Ask(trial, Bearer(("oid", "00000000-0000-0000-0000-0000000000a9")))).Status);
    }

    [Fact]
    public async Task A_bot_without_a_registration_of_its_own_has_no_tab_until_one_is_named()
    {
        await using (var trial = await Start(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", "")))
        {
            Assert.Equal(404, (await trial.Get("tab")).Status);
            Assert.Equal(404, (await Ask(trial, Bearer())).Status);
        }

        await using var named = await Start(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", ""), ("Tab:AppId", "the-tabs-own"));
        Assert.Equal(401, (await Ask(named, Bearer())).Status);
        Assert.Equal(200, (await Ask(named, Bearer(("aud", "the-tabs-own")))).Status);
    }

    [Theory]
    [InlineData("http://teams.example.com")]
    [InlineData("https://*")]
    [InlineData("https://a.example; script-src *")]
    [InlineData("https://a.example/path")]
    public async Task What_is_no_origin_is_refused_at_start(string host)
    {
        var refused = await Assert.ThrowsAsync<Host.Settings.SettingsException>(() => Start(("Tab:FrameHosts", host)));
        Assert.Contains(refused.Faults, fault => fault.StartsWith("Tab:FrameHosts: ", StringComparison.Ordinal));
    }

    private Task<HostOnTrial> Start(params (string Name, string Value)[] settings) => HostOnTrial.Start(
        _folder, _machine,
        [
            ("MicrosoftAppId", App), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", Tenant), ("MicrosoftAppPassword", "secret"), ("Limits:TurnsPerSender", "0"),
            ("ToBotFromChannelOpenIdMetadataUrl", _issuer.MetadataUrl), ("Tab:OpenIdMetadataUrl", _issuer.MetadataUrl), .. settings,
        ]);

    private static async Task<(int Status, JsonElement Body)> Ask(HostOnTrial trial, string? authorization, string query = "") =>
        await trial.Get("tab/data" + query, authorization is null ? [] : [("Authorization", authorization)]);

    private string Bearer(params (string Name, object? Value)[] other) => "Bearer " + _issuer.Sign(Claims(other));

    private Dictionary<string, object> Claims(params (string Name, object? Value)[] other)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
            ["aud"] = App,
            ["tid"] = Tenant,
            ["oid"] = Head,
            ["scp"] = "access_as_user",
            ["ver"] = "2.0",
            ["nbf"] = _machine.Now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = _machine.Now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in other)
        {
            claims[name] = value;
        }

        return claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!);
    }
}
