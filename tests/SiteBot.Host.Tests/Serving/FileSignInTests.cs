using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using SiteBot.BotFramework.Tests.Cloud;
using SiteBot.Ledger;
using SiteBot.Teams.Uploads;
using SiteBot.Tests.EvidenceFiles;

namespace SiteBot.Host.Tests.Serving;

/// <summary>A link to a file in Teams: it opens a page of the tab, which signs its reader in; the file is given to who may read the visit, whoever the link was made for.</summary>
public sealed class FileSignInTests : IAsyncLifetime, IDisposable
{
    private const string App = "5f0e";
    private const string Tenant = "7c1f";
    private const string TeamsApp = "11111111-2222-3333-4444-555555555555";
    private const string Head = "00000000-0000-0000-0000-0000000000a3";
    private const string Anna = "00000000-0000-0000-0000-0000000000a2";
    private readonly Folder _folder = new();
    private readonly StandingMachine _machine = new();
    private LocalIssuer _issuer = null!;

    public async Task InitializeAsync() => _issuer = await LocalIssuer.StartAsync();

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_link_leads_to_the_page_and_opens_nothing_by_itself()
    {
        await using var trial = await Start();
        var (_, link) = await Kept(trial);
        Assert.Equal("https://bot.example.com/tab", link.GetLeftPart(UriPartial.Path));

        using var page = await trial.Http.GetAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("PDF", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var file = await trial.Http.GetAsync(FileOf(link));
        Assert.Equal(HttpStatusCode.Unauthorized, file.StatusCode);
        Assert.Contains("Sign in first", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_read_the_visit_gets_the_file_by_their_token_as_often_and_as_late_as_they_like()
    {
        await using var trial = await Start();
        var (_, link) = await Kept(trial);
        _machine.Now += TimeSpan.FromDays(2);
        for (var i = 0; i < 2; i++)
        {
            using var given = await Ask(trial, FileOf(link), Bearer(("oid", Head)));
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
            Assert.Equal(Pictures.Pdf, await given.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", given.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("application/pdf", given.Content.Headers.ContentType!.ToString());
        }
    }

    [Fact]
    public async Task Somebody_else_of_the_directory_is_told_whom_to_ask()
    {
        await using var trial = await Start();
        var (_, link) = await Kept(trial);
        using var refused = await Ask(trial, FileOf(link), Bearer(("oid", Anna)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var error = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
        Assert.Equal("not-yours", error.GetProperty("code").GetString());
        Assert.Contains("Wang Fang", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_a_wrong_one_a_guest_and_a_stranger_get_nothing()
    {
        (string? Authorization, HttpStatusCode Status)[] wrong =
        [
            (null, HttpStatusCode.Unauthorized), ("Bearer none", HttpStatusCode.Unauthorized), (Bearer(("aud", "another-app")), HttpStatusCode.Unauthorized),
            (Bearer(("exp", _machine.Now.AddSeconds(-301).ToUnixTimeSeconds())), HttpStatusCode.Unauthorized),
            (Bearer(("acct", "1")), HttpStatusCode.Forbidden), (Bearer(("idp", "https://sts.windows.net/other/")), HttpStatusCode.Forbidden),
            (Bearer(("oid", "00000000-0000-0000-0000-00000000dead")), HttpStatusCode.Forbidden),
        ];
        await using var trial = await Start();
        var (_, link) = await Kept(trial);
        foreach (var (authorization, status) in wrong)
        {
            using var refused = await Ask(trial, FileOf(link), authorization);
            Assert.Equal((authorization, status), (authorization, refused.StatusCode));
            Assert.DoesNotContain("PDF", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("visit=bj1", "visit=ber1")] // a visit that one may read does not open another one's files
    [InlineData("name=scan.pdf", "name=scan.html")]
    [InlineData("mark=", "mark=A")]
    [InlineData("mark=", "x=")]
    public async Task An_altered_link_opens_nothing(string said, string altered)
    {
        await using var trial = await Start();
        var (_, link) = await Kept(trial);
        using var refused = await Ask(trial, FileOf(link).Replace(said, altered, StringComparison.Ordinal), Bearer(("oid", "00000000-0000-0000-0000-0000000000a8")));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("", "https://teams.microsoft.com/l/entity/" + TeamsApp + "/overview")]
    [InlineData("https://botframework.azure.cn", "https://teams.microsoftonline.cn/l/entity/" + TeamsApp + "/overview")]
    public async Task Where_the_apps_id_is_known_the_link_opens_its_tab_in_Teams(string cloud, string opens)
    {
        await using var trial = await Start(("Tab:TeamsAppId", TeamsApp), ("ChannelService", cloud));
        var (hash, link) = await Kept(trial);
        Assert.Equal(opens, link.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(link.Query);
        var shown = QueryHelpers.ParseQuery(JsonDocument.Parse(query["context"]!).RootElement.GetProperty("subEntityId").GetString());
        Assert.Equal((hash, "bj1", "scan.pdf"), (shown["file"].ToString(), shown["visit"].ToString(), shown["name"].ToString()));
        Assert.StartsWith("https://bot.example.com/tab?file=", query["webUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sign_in_there_are_no_links_and_nobody_may_come()
    {
        await using var trial = await Start(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppPassword", ""));
        Assert.Null(await trial.Get<IFileLinks>().For(new string('a', 64), "bj1", "wang.fang", "scan.pdf", default));
        using var refused = await Ask(trial, $"files/{new string('a', 64)}?visit=bj1&name=scan.pdf&mark=x", Bearer(("oid", Head)));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Who_asks_without_end_is_told_to_wait()
    {
        await using var trial = await Start(("Limits:TurnsPerSender", "2"));
        var (_, link) = await Kept(trial);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var given = await Ask(trial, FileOf(link), Bearer(("oid", Head)));
            statuses.Add(given.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    // As the page makes it of what it was opened with.
    private static string FileOf(Uri link) =>
        QueryHelpers.ParseQuery(link.Query) is var query ? $"files/{query["file"]}?visit={query["visit"]}&name={query["name"]}&mark={query["mark"]}" : "";

    private static async Task<(string Hash, Uri Link)> Kept(HostOnTrial trial)
    {
        await FieldOfVisits.BothOffices(trial);
        var hash = await trial.Get<IEvidenceFiles>().Put(Pictures.Pdf, "application/pdf", Instant.FromUtc(2026, 3, 10, 0, 0), default);
        return (hash, (await trial.Get<IFileLinks>().For(hash, "bj1", "li.ming", "scan.pdf", default))!);
    }

    private static async Task<HttpResponseMessage> Ask(HostOnTrial trial, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await trial.Http.SendAsync(request);
    }

    private Task<HostOnTrial> Start(params (string Name, string Value)[] settings) => HostOnTrial.Start(
        _folder, _machine,
        [
            ("MicrosoftAppId", App), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", Tenant), ("MicrosoftAppPassword", "secret"), ("Limits:TurnsPerSender", "0"),
            ("Files:Address", "https://bot.example.com/"),
            ("ToBotFromChannelOpenIdMetadataUrl", _issuer.MetadataUrl), ("Tab:OpenIdMetadataUrl", _issuer.MetadataUrl), .. settings,
        ]);

    private string Bearer(params (string Name, object? Value)[] other)
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

        return "Bearer " + _issuer.Sign(claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Key, claim => claim.Value!));
    }
}
