using System.Text;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Host.Commands;
using SiteBot.Ledger;
using SiteBot.Reading;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Commands;

public sealed class DecisionCommandsTests : IDisposable
{
    private static readonly Instant _night = Instant.FromUtc(2026, 3, 10, 16, 30);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-decisions").FullName;

    private string Store => Path.Combine(_folder, "s.db");

    [Fact]
    public async Task A_decision_in_the_store_replays_to_the_same_verdict()
    {
        await Keep(DecisionOnRecord.Today());
        Assert.Equal((0, "Decision d-1: the verdict is the same (no).\n", ""), await Run("decision", "replay", "d-1", $"--Storage:Path={Store}"));
        Assert.Equal((0, "决定 d-1：结论相同（no）。\n", ""), await Run("decision", "replay", "d-1", "--lang", "zh", $"--Storage:Path={Store}"));
    }

    [Fact]
    public async Task A_decision_by_older_rules_replays_by_those_rules_where_they_were_kept()
    {
        var older = Older();
        await Keep(older, new KeptText(older.ContentHash, older.Source.Text));
        Assert.Equal((0, "Decision d-1: the verdict is the same (no).\n", ""), await Run("decision", "replay", "d-1", $"--Storage:Path={Store}"));
    }

    [Fact]
    public async Task A_decision_by_older_rules_that_were_not_kept_says_what_differs()
    {
        await Keep(Older());
        var (code, output, _) = await Run("decision", "replay", "d-1", $"--Storage:Path={Store}");
        Assert.Equal(1, code);
        Assert.Contains("  backup: missing (6.3-8, engineer) then, missing (6.3-9, engineer) now\n", output, StringComparison.Ordinal);
        Assert.Contains("The gate's rules of then were not kept", output, StringComparison.Ordinal);
        Assert.Contains("The gate's rules differ: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Decision d-1: no\n")]
    [InlineData("zh", "决定 d-1：不可以\n")]
    public async Task A_decision_is_explained_in_either_language(string language, string begins)
    {
        await Keep(DecisionOnRecord.Today());
        var (code, output, error) = await Run("decision", "explain", "d-1", "--lang", language, $"--Storage:Path={Store}");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith(begins, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay", "d-2", "ID: ")]
    [InlineData("explain", "d-2", "ID: ")]
    public async Task An_unknown_decision_is_64_and_nothing_on_standard_output(string verb, string id, string says)
    {
        await Keep(DecisionOnRecord.Today());
        var (code, output, error) = await Run("decision", verb, id, $"--Storage:Path={Store}");
        Assert.Equal((64, ""), (code, output));
        Assert.StartsWith(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_64_and_is_not_made()
    {
        var (code, output, error) = await Run("decision", "replay", "d-1", $"--Storage:Path={Store}");
        Assert.Equal((64, ""), (code, output));
        Assert.StartsWith("Storage:Path: ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static GateRules Older() => GateRules.Read(new SourceFile(
        "gate.yaml",
        DecisionOnRecord.Today().Source.Text.Replace("provision: \"6.3-9\", fixed_by: engineer", "provision: \"6.3-8\", fixed_by: engineer", StringComparison.Ordinal)));

    private async Task Keep(GateRules rules, params KeptText[] texts)
    {
        var facts = new Facts(_night, new SiteFacts(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]), new Operation(OperationKind.Upgrade) { Equipment = "MSC-1", DurationMinutes = 60 });
        var (_, record) = DecisionRecord.Decide(facts, rules, new DecisionQuestion("d-1", "v-1", "li.wei", _night), "standard", "directory");
        await using var store = await SqliteStore.Open(Store);
        Assert.IsType<CommitOutcome.Kept>(await store.Ledger.Commit(new Commit { Decisions = [record.ToWrite(facts.Now)], Texts = [.. texts] }));
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
