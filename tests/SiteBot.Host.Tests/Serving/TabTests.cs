using System.Text.Json;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.People;

namespace SiteBot.Host.Tests.Serving;

/// <summary>The manager's tab in local mode, as the person chosen: who sees what, by the directory of now.</summary>
public sealed class TabTests : IDisposable
{
    private readonly Folder _folder = new();

    public static IEnumerable<string> Visits(JsonElement body) => body.GetProperty("visits").GetProperty("shown").EnumerateArray().Select(visit => visit.GetProperty("key").GetString()!);

    [Fact]
    public async Task Everybody_sees_what_is_theirs_to_see_and_nothing_else()
    {
        (string Person, string[] Visits, string[] Alarms, bool Desk)[] all =
        [
            ("root.admin", ["ber1", "bj1"], ["aber", "abj"], true),
            ("wang.fang", ["bj1"], ["abj"], false),
            ("liu.na", ["bj1"], ["abj"], false),
            ("karl.weiss", ["ber1"], ["aber"], false),
            ("zhao.lei", ["ber1", "bj1"], ["aber", "abj"], false),
            ("li.ming", ["bj1"], ["abj"], false),
            ("anna.berg", ["ber1"], ["aber"], false),
            ("sun.bo", [], [], false),
        ];
        await using var trial = await Start();
        await FieldOfVisits.BothOffices(trial);
        foreach (var (person, visits, alarms, desk) in all)
        {
            var (status, body) = await trial.Get("tab/data?as=" + person);
            Assert.Equal((person, 200), (person, status));
            Assert.Equal(visits, Visits(body).Order());
            Assert.Equal(alarms, body.GetProperty("alarms").GetProperty("shown").EnumerateArray().Select(alarm => alarm.GetProperty("key").GetString()!).Order());
            Assert.Equal(desk, body.GetProperty("desk").ValueKind == JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Whom_nobody_knows_sees_nothing()
    {
        await using var trial = await Start();
        Assert.Equal(401, (await trial.Get("tab/data")).Status);
        Assert.Equal(401, (await trial.Get("tab/data?as=")).Status);
        Assert.Equal(403, (await trial.Get("tab/data?as=nobody")).Status);
        Assert.Equal(403, (await trial.Get("tab/data?as=wang.fang", ("Host", "bot.example.com"))).Status);
        Assert.Equal(403, (await trial.Get("tab", ("Origin", "https://evil.example"))).Status);
    }

    [Fact]
    public async Task A_person_reads_in_the_language_that_they_chose()
    {
        await using var trial = await Start();
        Assert.Equal("zh", (await trial.Get("tab/data?as=wang.fang")).Body.GetProperty("language").GetString());
        var chosen = PersonStream.Write(new PersonFacts("wang.fang", 0, null), new PersonEvent.LanguageChosen(Language.En), trial.Get<IBusinessClock>().Now);
        await trial.Get<ILedger>().Commit(new Commit { Streams = [chosen.Write] });
        var body = (await trial.Get("tab/data?as=wang.fang")).Body;
        Assert.Equal(("en", "Wang Fang"), (body.GetProperty("language").GetString(), body.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Visits_come_in_pages_and_by_regional_office()
    {
        await using var trial = await Start();
        await FieldOfVisits.BothOffices(trial);
        for (var i = 0; i < 29; i++)
        {
            await FieldOfVisits.Visit(trial, $"more{i}", "BJ-077", "li.ming");
        }

        var first = (await trial.Get("tab/data?as=root.admin")).Body.GetProperty("visits");
        Assert.Equal((31, 2, 25), (first.GetProperty("total").GetInt32(), first.GetProperty("pages").GetInt32(), first.GetProperty("shown").GetArrayLength()));
        var second = (await trial.Get("tab/data?as=root.admin&page=2")).Body;
        var beyond = (await trial.Get("tab/data?as=root.admin&page=99999999999")).Body.GetProperty("visits").GetProperty("page").GetInt32();
        Assert.Equal((6, 1), (Visits(second).Count(), beyond));
        Assert.Equal(["ber1"], Visits((await trial.Get("tab/data?as=root.admin&office=ber")).Body));
        Assert.Equal(2, second.GetProperty("offices").GetArrayLength());
    }

    [Fact]
    public async Task An_administrator_sees_what_was_given_up_and_whom_no_alarm_reaches()
    {
        await using var trial = await Start();
        var now = trial.Get<IBusinessClock>().Now;
        var message = new OutgoingMessage("k1", Recipient.Person("wang.fang"), Urgency.Urgent, now, "fails", StreamId.Alarm("a1"), "{}", null);
        var far = new Address(Recipient.Person("karl.weiss"), "{}", "https://smba.example/", "t", now);
        await trial.Get<ILedger>().Commit(new Commit { Outgoing = [message], Addresses = [far] });
        await trial.Post("local/settle", "{}");

        var desk = (await trial.Get("tab/data?as=root.admin")).Body.GetProperty("desk");
        var given = Assert.Single(desk.GetProperty("givenUp").GetProperty("shown").EnumerateArray());
        Assert.Equal("Wang Fang", given.GetProperty("text").GetString());
        Assert.Contains("It fails.", given.GetProperty("note").GetString(), StringComparison.Ordinal);
        var unreached = desk.GetProperty("unreached").GetProperty("shown").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.Contains("Wang Fang", unreached);
        Assert.DoesNotContain("Karl Weiss", unreached);
    }

    [Fact]
    public async Task In_local_mode_no_other_page_shows_it()
    {
        await using var trial = await Start();
        using var page = await trial.Http.GetAsync("tab");
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("{mode}", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var file in (string[])["page.js", "draw.js", "dom.js", "teams.js", "words.js", "page.css"])
        {
            using var own = await trial.Http.GetAsync("tab/" + file);
            Assert.True(own.IsSuccessStatusCode, file);
            Assert.Equal(["nosniff"], own.Headers.GetValues("X-Content-Type-Options"));
        }
    }

    private Task<HostOnTrial> Start() => HostOnTrial.Start(_folder, settings: ("Local:Sample", "false"));

    public void Dispose() => _folder.Dispose();
}
