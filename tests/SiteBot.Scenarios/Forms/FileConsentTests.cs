using System.Net;
using System.Net.Http.Json;
using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Forms;

/// <summary>A produced form as Teams hands it over: offered for the person's OneDrive, put there on a yes; the link stays, for its owner alone.</summary>
public sealed class FileConsentTests
{
    private const string Offer = "application/vnd.microsoft.teams.card.file.consent";
    private const string Shown = "application/vnd.microsoft.teams.card.file.info";

    [Fact]
    public async Task A_yes_puts_the_very_bytes_into_the_persons_OneDrive_and_shows_them_there()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var offer = await Offered(scene);
        var content = offer.Activity.GetProperty("attachments")[0].GetProperty("content");

        var (response, messages) = await scene.Engineer.Consents(offer, accept: true);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var put = Assert.Single(scene.Drive.Put);
        Assert.Equal(content.GetProperty("sizeInBytes").GetInt64(), put.Content.Length);
        Assert.Equal($"bytes 0-{put.Content.Length - 1}/{put.Content.Length}", put.Range);
        Assert.True(put.Content.AsSpan().StartsWith("PK"u8));
        var file = Assert.Single(messages).Activity.GetProperty("attachments")[0];
        Assert.Equal(Shown, file.GetProperty("contentType").GetString());
        Assert.Equal("https://contoso-my.sharepoint.com/personal/form.docx", file.GetProperty("contentUrl").GetString());
        Assert.Equal(("unique-1", "docx"), (file.GetProperty("content").GetProperty("uniqueId").GetString(), file.GetProperty("content").GetProperty("fileType").GetString()));
        Assert.Contains((offer.Conversation, offer.Id), scene.Channel.Deleted);
    }

    [Fact]
    public async Task A_second_press_puts_nothing_there_again_and_says_so()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var offer = await Offered(scene);

        await scene.Engineer.Consents(offer, accept: true);
        var (_, again) = await scene.Engineer.Consents(offer, accept: true);

        Assert.Single(scene.Drive.Put);
        Assert.Contains("已经存入", Assert.Single(again).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_puts_nothing_there_and_the_link_stays()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var offer = await Offered(scene);

        var (response, messages) = await scene.Engineer.Consents(offer, accept: false);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(scene.Drive.Put);
        Assert.Contains("/files/", Assert.Single(messages).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, null, "没有收下")]
    [InlineData(201, "https://evil.example/upload", "不是贵公司的 OneDrive")]
    [InlineData(201, "http://contoso-my.sharepoint.com/upload", "不是贵公司的 OneDrive")]
    [InlineData(201, "https://127.0.0.1/upload", "不是贵公司的 OneDrive")]
    public async Task Where_it_cannot_be_put_there_the_reason_is_said_and_the_link_stays(int answers, string? address, string reason)
    {
        await using var scene = await Scene.Set(withDrive: true);
        scene.Drive.Answers = answers;
        var offer = await Offered(scene);

        var (response, messages) = await scene.Engineer.Consents(offer, accept: true, address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(reason, messages[0].Says, StringComparison.Ordinal);
        Assert.Contains("/files/", messages[1].Says, StringComparison.Ordinal);
        Assert.Equal(address is null ? 1 : 0, scene.Drive.Put.Count);
    }

    [Fact]
    public async Task An_offer_that_somebody_else_answers_gives_nothing_away()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var offer = await Offered(scene);

        var (_, messages) = await scene.Anna.Consents(offer, accept: true);

        Assert.Empty(scene.Drive.Put);
        Assert.DoesNotContain(messages, message => message.Attached == Shown);
    }

    [Fact]
    public async Task A_link_opens_in_the_session_of_its_owner_and_a_forwarded_one_asks_to_sign_in()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("给我现场技术服务申请报告");
        var link = Assert.Single(scene.Engineer.Last.Card!.Links, address => address.Contains("/files/", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Opened(scene, link, null)).StatusCode);
        using var forwarded = await Opened(scene, link, "wang.fang");
        Assert.Equal(HttpStatusCode.Unauthorized, forwarded.StatusCode);
        var page = await forwarded.Content.ReadAsStringAsync();
        Assert.Contains("请先登录", page, StringComparison.Ordinal);
        Assert.Contains("Sign in first", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Opened(scene, link, "li.ming")).StatusCode);
    }

    private static async Task<Posted> Offered(Scene scene)
    {
        var given = await scene.Engineer.Says("给我现场技术服务申请报告");
        var offer = Assert.Single(given, message => message.Attached == Offer);
        Assert.EndsWith(".docx", offer.Activity.GetProperty("attachments")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Contains(given, message => message.Card?.Links.Any(link => link.Contains("/files/", StringComparison.Ordinal)) is true);
        return offer;
    }

    // As the page does: it takes the person's token first, and its browser keeps what comes with it.
    private static async Task<HttpResponseMessage> Opened(Scene scene, string link, string? person)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = new CookieContainer() }) { BaseAddress = scene.Http.BaseAddress };
        if (person is not null)
        {
            using var token = await browser.PostAsJsonAsync("/directline/tokens/generate", new { user = new { id = person } });
            token.EnsureSuccessStatusCode();
        }

        return await browser.GetAsync(link);
    }
}
