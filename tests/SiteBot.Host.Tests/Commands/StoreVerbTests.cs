using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using SiteBot.Host.Commands;
using SiteBot.Host.Local;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage.Sqlite;
using SiteBot.Visits;

namespace SiteBot.Host.Tests.Commands;

public sealed class StoreVerbTests : IDisposable
{
    private static readonly Instant _night = Instant.FromUtc(2026, 3, 10, 15, 30);
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-verbs").FullName;

    private string Store => Path.Combine(_folder, "s.db");

    private string Setting => $"--Storage:Path={Store}";

    [Fact]
    public async Task A_ledger_that_nobody_touched_holds()
    {
        await Fill();
        var (code, output, error) = await Run("audit", "verify", Setting);
        Assert.Equal((0, ""), (code, error));
        Assert.Matches("^1 streams, \\d+ facts: every chain holds.\nhead [0-9a-f]{64}\n$", output);
    }

    [Theory]
    [InlineData("UPDATE facts SET data = '{}' WHERE sequence = 3", "visit/sample fact 3: it or a fact before it was changed.\n")]
    [InlineData("DELETE FROM facts WHERE sequence = 3", "visit/sample fact 4: a fact before it is missing, or two stand in each other's place.\n")]
    [InlineData("UPDATE private_values SET value = CAST('other' AS BLOB) WHERE sequence = 1 AND name = 'p1'", "visit/sample fact 1: a private value is not the one that was told (p1).\n")]
    public async Task An_edit_or_a_deletion_is_named_with_its_place(string sql, string says)
    {
        await Fill();
        Tamper(sql);
        var (code, output, _) = await Run("audit", "verify", Setting);
        Assert.Equal(1, code);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_given_up_is_listed_with_its_reason_and_waits_again_when_it_is_requeued()
    {
        await Fill();
        await GiveUp("m-1");
        Assert.Equal((0, "m-1\tperson/wang.fang\ttold\t2026-03-10T15:30:00Z\t1\tThe channel said no.\n", ""), await Run("outbox", "list", Setting));
        Assert.Equal((1, "0 messages wait again.\n", ""), await Run("outbox", "requeue", "m-2", Setting));
        Assert.Equal((0, "1 message waits again.\n", ""), await Run("outbox", "requeue", "m-1", Setting));
        Assert.Equal((0, "", ""), await Run("outbox", "list", Setting));
        Assert.Contains("m-1\t", (await Run("outbox", "list", "--state", "waiting", Setting)).Out, StringComparison.Ordinal);
        Assert.Equal((0, "0 messages wait again.\n", ""), await Run("outbox", "requeue", "--all", Setting));
    }

    [Theory]
    [InlineData("outbox", "requeue")]
    [InlineData("outbox", "requeue", "m-1", "--all")]
    [InlineData("outbox", "list", "--limit", "0")]
    [InlineData("outbox", "list", "--state", "lost")]
    [InlineData("outbox")]
    [InlineData("audit")]
    [InlineData("copy")]
    [InlineData("forget")]
    [InlineData("forget", "x")]
    [InlineData("forget", "somebody", "--told")]
    [InlineData("directory", "check", "no-such-file.yaml")]
    public async Task A_wrong_use_is_64_and_says_why(params string[] words)
    {
        await Fill();
        var (code, output, error) = await Run(words is ["forget" or "outbox", ..] ? [.. words, .. words.Length > 1 ? (string[])[Setting] : []] : words);
        Assert.Equal((64, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Each_verb_has_help()
    {
        foreach (var verb in Verbs.All)
        {
            var (code, output, error) = await Run([.. verb.Name.Split(' '), "--help"]);
            Assert.Equal((0, ""), (code, error));
            Assert.StartsWith("Usage: sitebot " + verb.Name, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_forgotten_is_blanked_wherever_the_name_stands_and_the_chain_holds()
    {
        await Fill();
        var (code, output, error) = await Run("forget", "周经理", Setting);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("5 private values in 5 facts are blanked.\n", output);
        Assert.Equal(0, (await Run("audit", "verify", Setting)).Code);
        var visit = await Visit();
        Assert.Equal((null, "+86 10 5550 1042"), (visit.ContactName!.Value, visit.ContactPhone!.Value));
        Assert.Equal((null, "钱工"), (visit.Steps["call_customer"].Private["by"].Value, visit.Steps["call_customer"].Private["assists"].Value));
        Assert.Equal(1, (await Run("forget", "周经理", Setting)).Code);
    }

    [Fact]
    public async Task A_number_is_found_however_it_was_written()
    {
        await Fill();
        Assert.Equal((0, "1 private values in 1 facts are blanked.\n", ""), await Run("forget", "10-5550-1042", Setting));
        Assert.Null((await Visit()).ContactPhone!.Value);
    }

    [Fact]
    public async Task All_that_a_person_of_the_directory_told_can_be_blanked_too()
    {
        await Fill();
        Assert.Equal(1, (await Run("forget", "li.ming", Setting)).Code);
        Assert.Equal(0, (await Run("forget", "li.ming", "--told", Setting)).Code);
        Assert.All((await Visit()).Steps.Values.SelectMany(step => step.Private.Values), text => Assert.Null(text.Value));
        Assert.Equal(0, (await Run("audit", "verify", Setting)).Code);
    }

    [Fact]
    public async Task A_copy_has_the_same_head_and_all_that_stands_beside_the_facts()
    {
        await Fill();
        await GiveUp("m-1");
        await Run("forget", "钱工", Setting);
        var copy = Path.Combine(_folder, "copies", "c.db");
        var (code, output, error) = await Run("copy", copy, Setting);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("The copy is whole: ", output, StringComparison.Ordinal);
        Assert.Equal(await Run("audit", "verify", Setting), await Run("audit", "verify", $"--Storage:Path={copy}"));
        Assert.Equal(await Run("outbox", "list", Setting), await Run("outbox", "list", $"--Storage:Path={copy}"));
        await using var store = await SqliteStore.Open(copy);
        Assert.Equal("a text", await store.Ledger.Text(new string('a', 64), CancellationToken.None));
        Assert.Equal("image/jpeg", (await store.Files.Get(await store.Files.Put(new byte[] { 1, 2, 3 }, "image/png", _night, CancellationToken.None), CancellationToken.None))!.MediaType);
        Assert.Equal("value", await store.Settings.Read("setting", CancellationToken.None));
        Assert.Equal("https://smba.example/", (await store.Addresses.Of(Recipient.Person("li.ming"), CancellationToken.None))!.ServiceUrl);
    }

    [Theory]
    [InlineData("en", "2026-03-10 23:20 (+08:00)", "Decision d-1: 2026-03-10T15:30:00Z")]
    [InlineData("zh", "2026-03-10 23:20", "决定 d-1：2026-03-10T15:30:00Z")]
    public async Task An_export_tells_the_visit_from_its_first_fact_to_its_decisions(string language, string escort, string decision)
    {
        await Fill();
        var (code, output, error) = await Run("export", SampleVisit.Id, "--lang", language, Setting);
        Assert.Equal((0, ""), (code, error));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(22, lines.Length);
        Assert.Contains(lines, line => line.StartsWith(escort, StringComparison.Ordinal));
        Assert.Equal(decision, lines[^1]);
    }

    [Fact]
    public async Task An_export_of_no_visit_is_64()
    {
        await Fill();
        Assert.Equal(64, (await Run("export", "v-none", Setting)).Code);
    }

    [Fact]
    public async Task A_copy_goes_into_a_new_file_only()
    {
        await Fill();
        Assert.Equal(64, (await Run("copy", Store, Setting)).Code);
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    internal static async Task Fill(Storage.IStore store)
    {
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        var workplace = WorkplaceKeeper.Load(dialogs, Path.Combine(dialogs, "sample-directory.yaml")).Current;
        Assert.IsType<CommitOutcome.Kept>(await store.Ledger.Commit(SampleVisit.Of(workplace)! with
        {
            Outgoing = [new OutgoingMessage("m-1", Recipient.Person("wang.fang"), Urgency.Urgent, _night, "told", StreamId.Visit(SampleVisit.Id), "{}", null)],
            Plans = [],
            Texts = [new KeptText(new string('a', 64), "a text")],
            Decisions = [new DecisionWrite("d-1", StreamId.Visit(SampleVisit.Id), _night, "{}")],
            Addresses = [new Address(Recipient.Person("li.ming"), "{}", "https://smba.example/", "t", _night)],
            Turn = new TurnOutcome("activity", "{}"),
            Dialog = new DialogWrite("conversation", 0, "{}"),
        }));
        await store.Files.Put(new byte[] { 1, 2, 3 }, "image/jpeg", _night, CancellationToken.None);
        Assert.True(await store.Settings.Write("setting", null, "value", CancellationToken.None));
    }

    private async Task Fill()
    {
        await using var store = await SqliteStore.Open(Store);
        await Fill(store);
    }

    private async Task GiveUp(string key)
    {
        await using var store = await SqliteStore.Open(Store);
        Assert.Single(await store.Outbox.Claim(_night, "here", Duration.FromSeconds(30), 10, CancellationToken.None));
        await store.Outbox.Settle("here", [new DeliveryReport.GivenUp(key, "The channel said no.")], CancellationToken.None);
    }

    private async Task<Visit> Visit()
    {
        await using var store = await SqliteStore.Open(Store);
        var view = await store.Ledger.Read(new LedgerQuery(null, null, [StreamId.Visit(SampleVisit.Id)], [], Snapshot.ShapeNow), CancellationToken.None);
        return VisitStream.Read(view.Streams[0])!;
    }

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task<(int Code, string Out, string Error)> Run(params string[] words)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(Stream.Null, output, error);
        var code = await CommandLine.Run(Verbs.All, words, terminal);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
