using SiteBot.Ledger;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>Chains, blanking and the audit, over either database.</summary>
public abstract class ArchiveContract : StoreContract
{
    [Fact]
    public async Task Heads_come_in_pages_by_ordinal_name()
    {
        foreach (var id in new[] { "b", "A", "é", "a", "Z" })
        {
            await Store.Keeps(Facts(StreamId.Visit(id), 0, Fact()));
        }

        var first = await Store.Archive.Heads(null, 3, CancellationToken.None);
        var rest = await Store.Archive.Heads(first[^1].Stream.Value, 3, CancellationToken.None);

        Assert.Equal(["visit/A", "visit/Z", "visit/a"], first.Select(head => head.Stream.Value));
        Assert.Equal(["visit/b", "visit/é"], rest.Select(head => head.Stream.Value));
    }

    [Fact]
    public async Task Streams_are_found_by_the_beginning_of_their_labels_in_pages()
    {
        foreach (var (id, label) in new[] { ("c", "open-in/BJ"), ("a", "open-in/BER"), ("b", "ended-in/BJ"), ("d", "open-in/北京"), ("e", "open-inward") })
        {
            await Store.Keeps(new Commit { Streams = [Write(StreamId.Visit(id), 0, Fact()) with { Labels = [label, "at/" + id] }] });
        }

        var first = await Store.Archive.Labelled("open-in/", null, 2, CancellationToken.None);
        var rest = await Store.Archive.Labelled("open-in/", first[^1].Value, 2, CancellationToken.None);

        Assert.Equal(["visit/a", "visit/c", "visit/d"], first.Concat(rest).Select(stream => stream.Value));
    }

    [Fact]
    public async Task Each_fact_continues_the_chain_of_the_one_before()
    {
        await Store.Keeps(Facts(Visit, 0, Fact(), Fact(("name", "王磊"))));
        await Store.Keeps(Facts(Visit, 2, Fact()));

        var facts = await Store.Archive.Facts(Visit, 1, CancellationToken.None).ToList();

        var previous = FactHash.Origin;
        foreach (var fact in facts)
        {
            Assert.True(FactHash.Of(previous.AsSpan(), Visit, fact.Sequence, fact.Fact, fact.Digests).SequenceEqual(fact.Hash));
            previous = fact.Hash;
        }

        var head = await Store.Archive.Head(Visit, CancellationToken.None);
        Assert.Equal((3, true), (head!.Version, head.Hash.SequenceEqual(previous)));
        Assert.Null(await Store.Archive.Head(StreamId.Visit("none"), CancellationToken.None));
    }

    [Fact]
    public async Task A_long_stream_is_read_from_any_place()
    {
        await Store.Keeps(Facts(Visit, 0, [.. Enumerable.Range(1, 650).Select(n => Fact($$"""{"n":{{n}}}"""))]));

        var facts = await Store.Archive.Facts(Visit, 199, CancellationToken.None).ToList();

        Assert.Equal(Enumerable.Range(199, 452).Select(n => (long)n), facts.Select(fact => fact.Sequence));
        Assert.Equal("""{"n":650}""", facts[^1].Fact.Data);
    }

    [Fact]
    public async Task Equal_private_values_have_digests_of_their_own()
    {
        await Store.Keeps(Facts(Visit, 0, Fact(("name", "王磊")), Fact(("name", "王磊"))));

        var facts = await Store.Archive.Facts(Visit, 1, CancellationToken.None).ToList();

        Assert.NotEqual(facts[0].Digests["name"], facts[1].Digests["name"]);
    }

    [Fact]
    public async Task A_blanked_value_still_counts_as_given_and_the_chain_holds()
    {
        await Store.Keeps(new Commit
        {
            Streams = [Write(Visit, 0, Fact(("name", "王磊"), ("phone", "+86 10 5555 0101"))) with { Snapshot = new Snapshot(1, 1, """{"name":"王磊"}""") }],
        });

        var blanked = await Store.Archive.Blank([new(Visit, 1, "name"), new(Visit, 1, "name"), new(Visit, 9, "name"), new(StreamId.Visit("none"), 1, "name")], CancellationToken.None);

        Assert.Equal(1, blanked);
        var view = await Store.See(Visit);
        Assert.Null(view.Snapshot);
        var fact = Assert.Single(view.Since);
        Assert.True(fact.Fact.Private.ContainsKey("name"));
        Assert.Null(fact.Fact.Private["name"]);
        Assert.Equal("+86 10 5555 0101", fact.Fact.Private["phone"]);
        var kept = Assert.Single(await Store.Archive.Sealed(Visit, 1, CancellationToken.None).ToList());
        Assert.Equal(["phone"], kept.Salts.Keys);
        Assert.True((await ChainAudit.Of(Store.Archive, CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task What_was_read_before_a_value_was_blanked_is_not_recalled_after()
    {
        await Store.Keeps(new Commit { Streams = [Write(Visit, 0, Fact(("name", "王磊"))) with { Snapshot = new Snapshot(1, 1, """{"name":"王磊"}""") }] });

        await Store.Archive.Blank([new(Visit, 1, "name")], CancellationToken.None);

        var view = Assert.Single((await Store.Ledger.Read(Query(Visit) with { Recall = (_, _) => "had" }, CancellationToken.None)).Streams);
        Assert.Null(view.Recalled);
        Assert.Null(Assert.Single(view.Since).Fact.Private["name"]);
    }

    [Fact]
    public async Task An_audit_walks_every_chain_and_its_head_covers_them_all()
    {
        await Store.Keeps(Facts(Visit, 0, Fact(), Fact(("name", "王磊"))));
        await Store.Keeps(Facts(StreamId.Standing, 0, Fact()));
        var before = await ChainAudit.Of(Store.Archive, CancellationToken.None);

        await Store.Keeps(Facts(StreamId.Standing, 1, Fact()));
        var after = await ChainAudit.Of(Store.Archive, CancellationToken.None);

        Assert.Equal((2, 3L, true), (before.Streams, before.Facts, before.Holds));
        Assert.Equal((2, 4L, true), (after.Streams, after.Facts, after.Holds));
        Assert.NotEqual(before.Head, after.Head);
        Assert.Equal(after.Head, await ChainAudit.Head(Store.Archive, CancellationToken.None));
    }

    [Theory]
    [InlineData("UPDATE facts SET data = '{}' WHERE sequence = 2", ChainFaultKind.HashDiffers)]
    [InlineData("UPDATE facts SET told_by = NULL WHERE sequence = 2", ChainFaultKind.HashDiffers)]
    [InlineData("UPDATE facts SET happened_at = happened_at - 1 WHERE sequence = 2", ChainFaultKind.HashDiffers)]
    [InlineData("DELETE FROM facts WHERE sequence = 2", ChainFaultKind.SequenceGap)]
    [InlineData("DELETE FROM facts WHERE sequence = 3", ChainFaultKind.VersionDiffers)]
    [InlineData("DELETE FROM facts WHERE sequence = 3; UPDATE streams SET version = 2", ChainFaultKind.HeadDiffers)]
    [InlineData("UPDATE streams SET version = 2", ChainFaultKind.VersionDiffers)]
    [InlineData("UPDATE facts SET sequence = 9 WHERE sequence = 1; UPDATE facts SET sequence = 1 WHERE sequence = 2; UPDATE facts SET sequence = 2 WHERE sequence = 9", ChainFaultKind.HashDiffers)]
    [InlineData("UPDATE private_values SET value = NULL WHERE name = 'none'", null)]
    [InlineData("DELETE FROM private_values", ChainFaultKind.HashDiffers)]
    public async Task An_edit_a_deletion_and_a_reordering_past_the_ports_are_found(string sql, ChainFaultKind? expected)
    {
        await Store.Keeps(Facts(Visit, 0, Fact("""{"n":1}"""), Fact(("name", "王磊")), Fact("""{"n":3}""")));

        await Database.Tamper(sql);

        var report = await ChainAudit.Of(Store.Archive, CancellationToken.None);
        Assert.Equal(expected is null, report.Holds);
        Assert.True(expected is null || report.Faults.Any(fault => fault.Kind == expected), string.Join(", ", report.Faults));
    }

    [Fact]
    public async Task A_private_value_that_was_changed_is_found_by_its_digest()
    {
        await Store.Keeps(Facts(Visit, 0, Fact(("name", "王磊"))));

        await Database.Tamper("UPDATE private_values SET value = salt");

        var fault = Assert.Single((await ChainAudit.Of(Store.Archive, CancellationToken.None)).Faults);
        Assert.Equal(new ChainFault(Visit, 1, ChainFaultKind.PrivateValueDiffers, "name"), fault);
    }
}
