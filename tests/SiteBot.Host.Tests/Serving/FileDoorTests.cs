using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Teams.Uploads;
using SiteBot.Tests.EvidenceFiles;

namespace SiteBot.Host.Tests.Serving;

public sealed class FileDoorTests : IDisposable
{
    private const string SampleVisit = "sample";
    private readonly Folder _folder = new();
    private readonly StandingMachine _machine = new();

    [Fact]
    public async Task A_photo_is_given_to_be_saved_without_its_place_while_the_bytes_received_stay_kept()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (hash, link) = await Kept(trial, Pictures.Jpeg(), "image/jpeg", "照片 1.jpg");
        using var response = await trial.Http.GetAsync(link);
        var shown = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(shown), StringComparison.Ordinal);
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.ToString());
        var saved = ContentDispositionHeaderValue.Parse(response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(("attachment", "照片 1.jpg"), (saved.DispositionType, saved.FileNameStar));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(Pictures.Jpeg(), (await trial.Get<IEvidenceFiles>().Get(hash, default))!.Content.ToArray());
    }

    [Fact]
    public async Task A_link_runs_out_by_machine_time_and_then_asks_to_sign_in()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (_, link) = await Kept(trial, Pictures.Pdf, "application/pdf", "scan.pdf");
        _machine.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, (await trial.Http.GetAsync(link)).StatusCode);
        _machine.Now += TimeSpan.FromSeconds(1);
        using var late = await trial.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync();
        Assert.Contains("请先登录", page, StringComparison.Ordinal);
        Assert.Contains("Sign in first", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person=li.ming", "person=wang.fang")] // another's name on a link that was passed on
    [InlineData("person=li.ming", "person=nobody")]
    [InlineData("visit=sample", "visit=other")]
    [InlineData("name=scan.pdf", "name=scan.html")]
    [InlineData("mark=", "mark=A")]
    [InlineData("mark=", "x=")]
    [InlineData("until=", "until=9")]
    [InlineData("&until=", "&until=1&until=")]
    public async Task A_link_that_was_altered_asks_to_sign_in(string said, string altered)
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (_, link) = await Kept(trial, Pictures.Pdf, "application/pdf", "scan.pdf");
        Assert.Contains(said, link.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await trial.Http.GetAsync(link.AbsoluteUri.Replace(said, altered, StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task A_good_link_to_one_file_opens_no_other_and_none_without_it()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (hash, link) = await Kept(trial, Pictures.Pdf, "application/pdf", "scan.pdf");
        var (other, _) = await Kept(trial, Pictures.Png(), "image/png", "p.png");
        Assert.Equal(HttpStatusCode.Unauthorized, (await trial.Http.GetAsync(link.AbsoluteUri.Replace(hash, other, StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await trial.Http.GetAsync($"files/{hash}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await trial.Http.GetAsync("files/..%2F..%2Fetc%2Fpasswd")).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_read_the_visit_is_told_whom_to_ask_also_by_a_link_of_their_own()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (_, link) = await Kept(trial, Pictures.Pdf, "application/pdf", "scan.pdf", "anna.berg");
        using var refused = await trial.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Li Ming", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_deleted_is_said_to_be_gone()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var (_, link) = await Kept(trial, Pictures.Jpeg(), "image/jpeg", "p.jpg");
        await trial.Get<IEvidenceFiles>().DeleteBefore(Instant.FromUtc(2100, 1, 1, 0, 0), "image/", default);
        using var gone = await trial.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("The file is gone", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_of_one_store_know_each_others_links_also_after_a_restart()
    {
        string link;
        await using (var first = await HostOnTrial.Start(_folder, _machine))
        {
            link = (await Kept(first, Pictures.Pdf, "application/pdf", "scan.pdf")).Link.PathAndQuery;
        }

        await using var second = await HostOnTrial.Start(_folder, _machine);
        await second.Post("directline/tokens/generate", """{"user":{"id":"li.ming"}}""");
        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_file_of_the_local_chat_becomes_evidence_through_the_real_host()
    {
        await using var trial = await HostOnTrial.Start(_folder, _machine);
        var outcome = await trial.Get<IUploads>().Fetch(new Attachment { ContentType = "image/jpeg", ContentUrl = new Uri(trial.Http.BaseAddress!, "local/clock").AbsoluteUri }, null, default);
        Assert.Equal("file-elsewhere", outcome.Refusal?.Code);
        outcome = await trial.Get<IUploads>().Fetch(new Attachment { ContentType = "image/jpeg", ContentUrl = new Uri(trial.Http.BaseAddress!, "directline/attachments/none/p.jpg").AbsoluteUri }, null, default);
        Assert.Equal("file-not-had", outcome.Refusal?.Code);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(string Hash, Uri Link)> Kept(HostOnTrial trial, byte[] bytes, string mediaType, string name, string person = "li.ming")
    {
        // The reader speaks in this client's session, as a page does.
        await trial.Post("directline/tokens/generate", $$$"""{"user":{"id":"{{{person}}}"}}""");
        var hash = await trial.Get<IEvidenceFiles>().Put(bytes, mediaType, Instant.FromUtc(2026, 3, 10, 0, 0), default);
        return (hash, (await trial.Get<IFileLinks>().For(hash, SampleVisit, person, name, default))!);
    }
}
