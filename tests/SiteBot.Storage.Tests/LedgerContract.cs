using System.Collections.Immutable;
using NodaTime;
using SiteBot.Ledger;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>Facts, versions, repeats and dialogs, over either database.</summary>
public abstract class LedgerContract : StoreContract
{
    [Fact]
    public async Task Facts_are_read_back_as_they_were_told()
    {
        var told = Fact(("contact.name", "王磊"), ("contact.phone", "+86 10 5555 0101"), ("note", "")) with { By = null, Data = """{"text":"‮العربية 🛠"}""", Version = 3 };

        await Store.Keeps(Facts(Visit, 0, Fact(), told));

        var view = await Store.See(Visit);
        Assert.Equal(2, view.Version);
        Assert.Equal([1L, 2L], view.Since.Select(fact => fact.Sequence));
        Assert.Equal(told with { Private = Fact_NothingPrivate }, view.Since[1].Fact with { Private = Fact_NothingPrivate });
        Assert.Equal(told.Private, view.Since[1].Fact.Private);
        Assert.Equal(["contact.name", "contact.phone", "note"], view.Since[1].Digests.Keys);
    }

    [Fact]
    public async Task A_stream_without_facts_stands_at_version_0()
    {
        var view = await Store.See(Visit);

        Assert.Equal(0, view.Version);
        Assert.Null(view.Snapshot);
        Assert.Empty(view.Since);
    }

    [Fact]
    public async Task What_the_caller_still_has_of_a_version_stands_for_it_or_the_whole_is_brought()
    {
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact()) with { Snapshot = new Snapshot(1, 1, "{}") }] });

        var view = Assert.Single((await Store.Ledger.Read(Query(Visit) with { Recall = (_, version) => version == 1 ? "had" : null }, CancellationToken.None)).Streams);
        Assert.Equal(1, view.Version);
        Assert.Equal(view.Recalled is null ? new Snapshot(1, 1, "{}") : null, view.Snapshot);
        Assert.True(view.Recalled is null or "had");

        var older = Assert.Single((await Store.Ledger.Read(Query(Visit) with { Recall = (_, version) => version == 0 ? "older" : null }, CancellationToken.None)).Streams);
        Assert.Null(older.Recalled);
        Assert.Equal(new Snapshot(1, 1, "{}"), older.Snapshot);
    }

    [Fact]
    public async Task Facts_after_the_snapshot_are_brought_whatever_the_caller_still_has()
    {
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact()) with { Snapshot = new Snapshot(1, 1, "{}") }] });
        await Store.Keeps(Facts(Visit, 1, Fact()));

        var view = Assert.Single((await Store.Ledger.Read(Query(Visit) with { Recall = (_, _) => "had" }, CancellationToken.None)).Streams);

        Assert.Null(view.Recalled);
        Assert.Equal((1, 2L), (view.Snapshot?.Version, Assert.Single(view.Since).Sequence));
    }

    [Fact]
    public async Task Facts_decided_on_an_older_version_conflict_and_keep_nothing()
    {
        await Store.Keeps(Facts(Visit, 0, Fact()));
        var late = Facts(Visit, 0, Fact()) with
        {
            Outgoing = [Message("late")],
            Dialog = new DialogWrite("c", 0, "{}"),
            Turn = new TurnOutcome("activity", "{}"),
        };

        var outcome = await Store.Ledger.Commit(late);

        Assert.Equal(new CommitOutcome.Conflict("visit/7"), outcome);
        Assert.Equal(1, (await Store.See(Visit)).Version);
        Assert.Empty(await Store.Claims());
        var view = await Store.Ledger.Read(new LedgerQuery("c", "activity", [], [], 1), CancellationToken.None);
        Assert.Null(view.Repeated);
        Assert.Equal(new DialogView(0, null), view.Dialog);
    }

    [Fact]
    public async Task A_version_that_was_not_reached_yet_conflicts()
    {
        Assert.Equal(new CommitOutcome.Conflict("visit/7"), await Store.Ledger.Commit(Facts(Visit, 1, Fact())));
    }

    [Fact]
    public async Task Two_streams_are_kept_together_or_not_at_all()
    {
        var alarm = StreamId.Alarm("3");
        await Store.Keeps(Facts(alarm, 0, Fact()));

        var outcome = await Store.Ledger.Commit(new Commit { Streams = [Write(Visit, 0, Fact()), Write(alarm, 0, Fact())] });

        Assert.Equal(new CommitOutcome.Conflict("alarm/3"), outcome);
        Assert.Equal(0, (await Store.See(Visit)).Version);
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact()), Write(alarm, 1, Fact())] });
        Assert.Equal((1, 2), ((await Store.See(Visit)).Version, (await Store.See(alarm)).Version));
    }

    [Fact]
    public async Task A_repeated_activity_gets_its_first_outcome_before_any_conflict_is_looked_for()
    {
        var first = new TurnOutcome("msteams|c|1", """{"say":"kept"}""");
        var commit = Facts(Visit, 0, Fact()) with { Turn = first };
        await Store.Keeps(commit);

        var again = await Store.Ledger.Commit(commit with { Turn = first with { Answer = """{"say":"another"}""" } });

        Assert.Equal(new CommitOutcome.Repeated(first), again);
        Assert.Equal(1, (await Store.See(Visit)).Version);
        Assert.Equal(first, (await Store.Ledger.Read(new LedgerQuery(null, first.Activity, [Visit], [], 1), CancellationToken.None)).Repeated);
    }

    [Fact]
    public async Task A_dialog_counts_its_writes_and_conflicts_by_itself()
    {
        await Store.Keeps(new Commit { Dialog = new DialogWrite("c", 0, """{"at":1}""") });

        Assert.Equal(new CommitOutcome.Conflict("c"), await Store.Ledger.Commit(Facts(Visit, 0, Fact()) with { Dialog = new DialogWrite("c", 0, "{}") }));
        Assert.Equal(0, (await Store.See(Visit)).Version);
        Assert.Equal(new DialogView(1, """{"at":1}"""), await Dialog("c"));

        await Store.Keeps(new Commit { Dialog = new DialogWrite("c", 1, null) });
        Assert.Equal(new DialogView(2, null), await Dialog("c"));
    }

    [Theory]
    [InlineData(5000, "x")]
    [InlineData(3, "a\0b")]
    [InlineData(70, "\ud83d")]
    public async Task Keys_that_a_client_made_may_be_long_or_strange(int times, string part)
    {
        var key = string.Concat(Enumerable.Repeat(part, times));
        var commit = new Commit { Dialog = new DialogWrite(key, 0, "{}"), Turn = new TurnOutcome(key, "{}") };

        await Store.Keeps(commit);

        Assert.Equal(1, (await Dialog(key)).Version);
        Assert.Equal(0, (await Dialog(key + part)).Version);
        Assert.IsType<CommitOutcome.Repeated>(await Store.Ledger.Commit(commit));
    }

    [Fact]
    public async Task A_snapshot_of_the_asked_shape_stands_for_the_facts_before_it()
    {
        await Store.Keeps(Snapshotted(0, 2, """{"fold":2}"""));
        await Store.Keeps(Facts(Visit, 2, Fact("""{"third":1}""")));

        var view = await Store.See(Visit);

        Assert.Equal(new Snapshot(2, 1, """{"fold":2}"""), view.Snapshot);
        Assert.Equal("""{"third":1}""", Assert.Single(view.Since).Fact.Data);
        var other = (await Store.Ledger.Read(Query(Visit) with { Shape = 2 }, CancellationToken.None)).Streams.Single();
        Assert.Null(other.Snapshot);
        Assert.Equal(3, other.Since.Length);
    }

    [Fact]
    public async Task The_newest_snapshot_replaces_the_one_before()
    {
        await Store.Keeps(Snapshotted(0, 1, """{"fold":1}"""));
        await Store.Keeps(Snapshotted(1, 1, """{"fold":2}"""));

        var view = await Store.See(Visit);

        Assert.Equal(new Snapshot(2, 1, """{"fold":2}"""), view.Snapshot);
        Assert.Empty(view.Since);
    }

    [Fact]
    public async Task A_stream_is_found_by_the_labels_of_its_last_write()
    {
        var other = StreamId.Visit("8");
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact()) with { Labels = ["open", "site/bj-1"] }, Write(other, 0, Fact()) with { Labels = ["open"] }] });
        await Store.Keeps(new Commit { Streams = [Write(Visit, 1, Fact()) with { Labels = ["closed", "site/bj-1"] }] });

        Assert.Equal(["visit/8"], await Labelled("open"));
        Assert.Equal(["visit/7"], await Labelled("closed"));
        Assert.Equal(["visit/7", "visit/8"], await Labelled("open", "site/bj-1", "closed"));
        Assert.Empty(await Labelled("site"));
    }

    [Fact]
    public async Task A_stream_named_and_labelled_is_returned_once()
    {
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact()) with { Labels = ["open"] }] });

        var view = await Store.Ledger.Read(new LedgerQuery(null, null, [StreamId.Standing, Visit, Visit], ["open"], 1), CancellationToken.None);

        Assert.Equal(["standing", "visit/7"], view.Streams.Select(stream => stream.Stream.Value));
    }

    [Fact]
    public async Task Decisions_are_found_by_id_and_newest_first_and_leave_the_version_alone()
    {
        await Store.Keeps(Facts(Visit, 0, Fact()));
        await Store.Keeps(new Commit { Decisions = [new DecisionWrite("d1", Visit, Night, """{"go":false}""")] });
        await Store.Keeps(new Commit { Decisions = [new DecisionWrite("d2", Visit, Night - Duration.FromHours(1), """{"go":true}"""), new DecisionWrite("d3", StreamId.Visit("8"), Night, "{}")] });

        Assert.Equal(new DecisionWrite("d1", Visit, Night, """{"go":false}"""), await Store.Ledger.Decision("d1", CancellationToken.None));
        Assert.Null(await Store.Ledger.Decision("d9", CancellationToken.None));
        Assert.Equal(["d2", "d1"], (await Store.Ledger.Decisions(Visit, 10, CancellationToken.None)).Select(decision => decision.Id));
        Assert.Equal(["d2"], (await Store.Ledger.Decisions(Visit, 1, CancellationToken.None)).Select(decision => decision.Id));
        Assert.Equal(1, (await Store.See(Visit)).Version);
    }

    [Fact]
    public async Task A_text_is_kept_once_under_its_hash()
    {
        var text = new KeptText(new string('a', 64), "service: upgrade\n");
        await Store.Keeps(new Commit { Texts = [text] });
        await Store.Keeps(new Commit { Texts = [text, text] });

        Assert.Equal("service: upgrade\n", await Store.Ledger.Text(text.Hash, CancellationToken.None));
        Assert.Null(await Store.Ledger.Text(new string('b', 64), CancellationToken.None));
    }

    [Fact]
    public async Task Facts_told_from_many_sides_at_once_take_their_turns_and_none_is_lost()
    {
        const int Tellers = 32;
        await Task.WhenAll(Enumerable.Range(0, Tellers).Select(teller => Task.Run(async () =>
        {
            CommitOutcome outcome;
            do
            {
                var seen = await Store.See(Visit);
                outcome = await Store.Ledger.Commit(Facts(Visit, seen.Version, Fact($$"""{"teller":{{teller}}}""")));
            }
            while (outcome is CommitOutcome.Conflict);
        })));

        var view = await Store.See(Visit);
        Assert.Equal(Enumerable.Range(1, Tellers).Select(sequence => (long)sequence), view.Since.Select(fact => fact.Sequence));
        Assert.Equal(Enumerable.Range(0, Tellers).Select(teller => $$"""{"teller":{{teller}}}""").Order(), view.Since.Select(fact => fact.Fact.Data).Order());
        Assert.True((await ChainAudit.Of(Store.Archive, CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task One_activity_handled_at_two_hosts_at_once_acts_once()
    {
        var other = await Database.Open();

        for (var round = 0; round < 20; round++)
        {
            var stream = StreamId.Visit($"r{round}");
            var outcomes = await Task.WhenAll(new[] { Store, other, Store, other }.Select((host, i) => Task.Run(async () =>
                await host.Ledger.Commit(Facts(stream, 0, Fact()) with { Turn = new TurnOutcome($"activity{round}", $"{i}") }))));

            Assert.Single(outcomes.OfType<CommitOutcome.Kept>());
            Assert.Equal(3, outcomes.OfType<CommitOutcome.Repeated>().Count());
            Assert.Single(outcomes.OfType<CommitOutcome.Repeated>().Select(repeated => repeated.Outcome.Answer).Distinct());
        }
    }

    [Fact]
    public async Task What_one_host_kept_another_reads()
    {
        var other = await Database.Open();
        await Store.Keeps(Facts(Visit, 0, Fact()));

        Assert.Equal(1, (await other.See(Visit)).Version);
        Assert.Equal(new CommitOutcome.Conflict("visit/7"), await other.Ledger.Commit(Facts(Visit, 0, Fact())));
        await other.Keeps(Facts(Visit, 1, Fact()));
        Assert.Equal(2, (await Store.See(Visit)).Version);
    }

    [Fact]
    public async Task One_callers_fault_does_not_touch_those_who_commit_beside_it()
    {
        await Store.Keeps(new Commit { Decisions = [new DecisionWrite("d", Visit, Night, "{}")] });
        var twice = new Commit { Decisions = [new DecisionWrite("d", Visit, Night, "{}")] };

        var commits = Enumerable.Range(0, 40).Select(async i =>
        {
            if (i % 10 == 5)
            {
                await Assert.ThrowsAnyAsync<Exception>(async () => await Store.Ledger.Commit(twice));
                return 0;
            }

            await Store.Keeps(Facts(StreamId.Visit($"v{i}"), 0, Fact()));
            return 1;
        });

        Assert.Equal(36, (await Task.WhenAll(commits)).Sum());
        Assert.Equal(36, (await Store.Archive.Heads(null, 100, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Nothing_to_keep_is_kept_without_a_word() => await Store.Keeps(Commit.Nothing);

    public static TheoryData<string, Commit> BrokenPromises => new()
    {
        { "no facts", new Commit { Streams = [Write(Visit, 0)] } },
        { "a stream twice", new Commit { Streams = [Write(Visit, 0, Fact()), Write(Visit, 1, Fact())] } },
        { "white space in a name", Facts(StreamId.Visit("a b"), 0, Fact()) },
        { "a snapshot of another version", new Commit { Streams = [Write(Visit, 0, Fact()) with { Snapshot = new Snapshot(2, 1, "{}") }] } },
        { "a new fact that is blanked already", Facts(Visit, 0, Fact() with { Private = Fact_NothingPrivate.Add("name", null) }) },
        { "NUL in the data", Facts(Visit, 0, Fact("a\0b")) },
        { "a key too long", Asks(Message(new string('k', 201))) },
        { "a plan with a key twice", Owes(Message("k"), Message("k")) },
    };

    [Theory]
    [MemberData(nameof(BrokenPromises))]
    public async Task A_commit_that_breaks_the_ports_promise_is_refused(string what, Commit commit)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Ledger.Commit(commit));
        Assert.True((await Store.Archive.Heads(null, 1, CancellationToken.None)).Count == 0, what);
    }

    private static ImmutableSortedDictionary<string, string?> Fact_NothingPrivate => SiteBot.Ledger.Fact.NothingPrivate;

    private static Commit Snapshotted(long expected, int facts, string json) => new()
    {
        Streams = [Write(Visit, expected, [.. Enumerable.Repeat(Fact(), facts)]) with { Snapshot = new Snapshot(expected + facts, 1, json) }],
    };

    private async Task<DialogView> Dialog(string conversation) =>
        (await Store.Ledger.Read(new LedgerQuery(conversation, null, [], [], 1), CancellationToken.None)).Dialog;

    private async Task<IEnumerable<string>> Labelled(params string[] labels) =>
        (await Store.Ledger.Read(new LedgerQuery(null, null, [], [.. labels], 1), CancellationToken.None)).Streams.Select(stream => stream.Stream.Value).Order();
}
