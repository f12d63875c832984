using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using SiteBot.BotFramework.Rest;
using SiteBot.EvidenceFiles;
using SiteBot.Teams.Seam;
using SiteBot.Teams.Uploads;
using SiteBot.Tests.EvidenceFiles;

namespace SiteBot.Teams.Tests.Uploads;

public sealed class UploadDoorTests
{
    private const string Download = "application/vnd.microsoft.teams.file.download.info";
    private static readonly RequestDelegate Photo = context => context.Response.Body.WriteAsync(Pictures.Jpeg()).AsTask();

    private readonly KeptFiles _files = new();
    private readonly HandTime _time = new();

    [Fact]
    public async Task A_file_of_Teams_is_fetched_from_its_host_without_the_bots_token_and_kept_by_its_hash()
    {
        await using var host = await FileHost.Start(Photo, https: true);
        using var door = Door(host);
        using var connector = Connector();
        var outcome = await door.Fetch(File("https://contoso-my.sharepoint.com/personal/_layouts/15/download.aspx?UniqueId=1&tempauth=2"), connector, default);
        Assert.Null(outcome.Refusal);
        Assert.Equal(FileKind.Jpeg, outcome.File!.Kind);
        Assert.Equal(Pictures.Jpeg(), _files.All[outcome.Hash!].Content.ToArray());
        Assert.Equal("image/jpeg", _files.All[outcome.Hash!].MediaType);
        Assert.Equal(("contoso-my.sharepoint.com", "/personal/_layouts/15/download.aspx?UniqueId=1&tempauth=2", null), host.Asked.Single());
    }

    [Fact]
    public async Task A_picture_of_the_turns_own_connector_is_fetched_with_the_bots_token()
    {
        await using var host = await FileHost.Start(Photo, https: true);
        using var door = Door(host);
        using var connector = Connector();
        var outcome = await door.Fetch(Picture("https://smba.trafficmanager.net/amer/v3/attachments/1/views/original"), connector, default);
        Assert.NotNull(outcome.Hash);
        Assert.Equal("Bearer the-bots-token", host.Asked.Single().Authorization);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/amer/v3/attachments/1")]
    [InlineData("https://smba.trafficmanager.net:8443/amer/v3/attachments/1")]
    [InlineData("http://smba.trafficmanager.net/amer/v3/attachments/1")]
    [InlineData("https://smba.trafficmanager.net@evil.example/v3/attachments/1")]
    [InlineData("https://user:pass@smba.trafficmanager.net/v3/attachments/1")]
    [InlineData("https://contoso.sharepoint.com/photo.jpg")] // a picture comes from the connector, a file from its host
    [InlineData("https://127.0.0.1/v3/attachments/1")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v3/attachments/1")]
    public async Task A_picture_of_anywhere_else_is_not_fetched(string url)
    {
        await using var host = await FileHost.Start(Photo, https: true);
        using var door = Door(host);
        using var connector = Connector();
        Assert.Equal("file-elsewhere", (await door.Fetch(Picture(url), connector, default)).Refusal?.Code);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("https://evil.example/photo.jpg")]
    [InlineData("https://sharepoint.com.evil.example/photo.jpg")]
    [InlineData("https://evilsharepoint.com/photo.jpg")]
    [InlineData("https://contoso.sharepoint.com:444/photo.jpg")]
    [InlineData("http://contoso.sharepoint.com/photo.jpg")]
    [InlineData("https://10.0.0.1/photo.jpg")]
    [InlineData("https://[::1]/photo.jpg")]
    [InlineData("https://2130706433/photo.jpg")]
    [InlineData("https://0x7f.1/photo.jpg")]
    [InlineData("https://localhost/photo.jpg")]
    [InlineData("ftp://contoso.sharepoint.com/photo.jpg")]
    [InlineData("")]
    public async Task A_file_of_a_host_that_is_not_listed_is_not_fetched(string url)
    {
        await using var host = await FileHost.Start(Photo, https: true);
        using var door = Door(host);
        Assert.Equal("file-elsewhere", (await door.Fetch(File(url), null, default)).Refusal?.Code);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1")]
    public async Task A_listed_name_that_leads_inside_is_not_connected_to(string inside)
    {
        await using var host = await FileHost.Start(Photo, https: true);
        var guard = new GuardedConnection((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse(inside)]), PublicAddress.Is);
        using var door = new UploadDoor(new UploadOptions(), _files, new StandingClock(), _time, guard.Client());
        Assert.Equal("file-not-had", (await door.Fetch(File("https://contoso.sharepoint.com/photo.jpg"), null, default)).Refusal?.Code);
        Assert.Empty(host.Asked);
        Assert.Empty(_files.All);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2603:1000::1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    public void Addresses_of_the_inside_are_told_from_the_open_internets(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await FileHost.Start(Photo);
        await using var host = await FileHost.Start(
            context =>
            {
                context.Response.Redirect(new Uri(other.Address, "/inside.jpg").AbsoluteUri);
                return Task.CompletedTask;
            }, https: true);
        using var door = Door(host);
        Assert.Equal("file-not-had", (await door.Fetch(File("https://contoso.sharepoint.com/photo.jpg"), null, default)).Refusal?.Code);
        Assert.Empty(other.Asked);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_ten_megabytes_are_not_read_whether_they_are_announced_or_not(bool announced)
    {
        // Announced it sends nothing more, and else it never ends: who reads on waits for ever.
        await using var host = await FileHost.Start(
            async context =>
            {
                context.Response.ContentLength = announced ? Recognition.LargestBytes + 1 : null;
                await context.Response.Body.FlushAsync(context.RequestAborted);
                var piece = new byte[1024 * 1024];
                while (!announced && !context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(piece, context.RequestAborted);
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            }, https: true);
        using var door = Door(host);
        Assert.Equal("file-too-large", (await door.Fetch(File("https://contoso.sharepoint.com/photo.jpg"), null, default)).Refusal?.Code);
        Assert.Empty(_files.All);
    }

    [Fact]
    public async Task A_connection_is_made_only_where_every_address_behind_the_name_may_be_connected_to()
    {
        await using var host = await FileHost.Start(Photo);
        var address = new Uri($"http://contoso.sharepoint.com:{host.Address.Port}/photo.jpg");
        static Task<IPAddress[]> Loopback(string name, CancellationToken cancellation) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        using var free = new GuardedConnection(Loopback, static _ => true).Client();
        Assert.Equal(Pictures.Jpeg(), await free.GetByteArrayAsync(address));
        using var guarded = new GuardedConnection(Loopback, PublicAddress.Is).Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => guarded.GetByteArrayAsync(address));
        using var mixed = new GuardedConnection(static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]), IPAddress.IsLoopback).Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => mixed.GetByteArrayAsync(address));
        using var nameless = new GuardedConnection(static (_, _) => Task.FromResult<IPAddress[]>([]), static _ => true).Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => nameless.GetByteArrayAsync(address));
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task A_file_that_does_not_come_to_an_end_is_given_up_in_time()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await FileHost.Start(
            async context =>
            {
                await context.Response.Body.WriteAsync(Pictures.Jpeg().AsMemory(0, 50), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                begun.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            }, https: true);
        using var door = Door(host);
        var fetching = door.Fetch(File("https://contoso.sharepoint.com/photo.jpg"), null, default);
        await begun.Task;
        _time.GoOff();
        Assert.Equal("file-slow", (await fetching).Refusal?.Code);
    }

    [Fact]
    public async Task A_host_that_answers_with_an_error_or_a_page_leaves_nothing_behind()
    {
        await using var host = await FileHost.Start(
            context =>
            {
                context.Response.StatusCode = context.Request.Path == "/gone" ? 404 : 200;
                context.Response.ContentType = "image/jpeg";
                return context.Response.WriteAsync("<html>sign in</html>");
            }, https: true);
        using var door = Door(host);
        Assert.Equal("file-not-had", (await door.Fetch(File("https://contoso.sharepoint.com/gone"), null, default)).Refusal?.Code);
        Assert.Equal("file-kind", (await door.Fetch(File("https://contoso.sharepoint.com/page"), null, default)).Refusal?.Code);
        Assert.Empty(_files.All);
    }

    [Fact]
    public async Task The_message_once_more_as_HTML_and_cards_are_no_files()
    {
        using var door = new UploadDoor(new UploadOptions(), _files, new StandingClock(), _time);
        Assert.Same(UploadOutcome.NoFile, await door.Fetch(new Attachment { ContentType = "text/html", Content = ActivityJson.Content("\"<p>hi</p>\"") }, null, default));
        Assert.Same(UploadOutcome.NoFile, await door.Fetch(new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", ContentUrl = "https://contoso.sharepoint.com/x" }, null, default));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"downloadUrl\":5}")]
    [InlineData("{}")]
    [InlineData("\"https://contoso.sharepoint.com/photo.jpg\"")]
    public async Task A_file_that_does_not_say_where_it_lies_is_refused(string content)
    {
        using var door = new UploadDoor(new UploadOptions(), _files, new StandingClock(), _time);
        Assert.Equal("file-elsewhere", (await door.Fetch(new Attachment { ContentType = Download, Content = ActivityJson.Content(content) }, null, default)).Refusal?.Code);
    }

    [Fact]
    public async Task In_local_mode_files_come_from_the_hosts_own_chat_and_from_nowhere_else()
    {
        await using var host = await FileHost.Start(Photo);
        await using var other = await FileHost.Start(Photo);
        using var door = new UploadDoor(new UploadOptions { OwnAddresses = () => [host.Address.AbsoluteUri] }, _files, new StandingClock(), _time);
        async Task<string?> Code(string url) => (await door.Fetch(new Attachment { ContentType = "application/pdf", ContentUrl = url }, null, default)).Refusal?.Code;
        Assert.Null(await Code(new Uri(host.Address, "/directline/attachments/1/photo.jpg").AbsoluteUri));
        Assert.Single(_files.All);
        Assert.Equal("file-elsewhere", await Code(new Uri(other.Address, "/directline/attachments/1/photo.jpg").AbsoluteUri));
        Assert.Equal("file-elsewhere", await Code(new Uri(host.Address, "/local/clock").AbsoluteUri));
        Assert.Equal("file-elsewhere", await Code(new Uri(host.Address, "/directline/attachments/../../local/clock").AbsoluteUri));
        Assert.Equal("file-elsewhere", await Code($"http://contoso.example:{host.Address.Port}/directline/attachments/1/photo.jpg"));
        Assert.Equal("file-elsewhere", await Code("https://contoso.sharepoint.com/directline/attachments/1/photo.jpg"));
        Assert.Empty(other.Asked);
        Assert.Single(host.Asked);
    }

    [Fact]
    public async Task Who_goes_away_is_not_answered()
    {
        await using var host = await FileHost.Start(Photo, https: true);
        using var door = Door(host);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await door.Fetch(File("https://contoso.sharepoint.com/photo.jpg"), null, new CancellationToken(true)));
    }

    private UploadDoor Door(FileHost host) => new(new UploadOptions(), _files, new StandingClock(), _time, host.Client());

    private static Attachment File(string url) => new()
    {
        ContentType = Download, Name = "photo.jpg", ContentUrl = "https://contoso.sharepoint.com/shown", Content = ActivityJson.Content($$"""{"downloadUrl":"{{url}}","fileType":"jpg","uniqueId":"1"}"""),
    };

    private static Attachment Picture(string url) => new() { ContentType = "image/*", ContentUrl = url };

    private static ConnectorClient Connector() => new(new Uri("https://smba.trafficmanager.net/amer/"), new Token());

    private sealed class Token : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "the-bots-token");
            return Task.CompletedTask;
        }
    }
}
