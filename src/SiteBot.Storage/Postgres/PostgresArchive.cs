using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Npgsql;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>The ledger's archive over PostgreSQL.</summary>
internal sealed class PostgresArchive(PostgresDatabase database) : ILedgerArchive
{
    private const int Page = 200;

    private const string FactsAfter = $"SELECT {PostgresFacts.Columns} FROM facts f WHERE f.stream = (SELECT number FROM streams WHERE name = $1) AND f.sequence > $2 ORDER BY f.sequence LIMIT {Limit}";

    // The values of just those facts: as many as the page has, whatever their sequences.
    private const string Private = $"""
        SELECT {PostgresFacts.PrivateColumns} FROM private_values p
        WHERE p.stream = (SELECT number FROM streams WHERE name = $1) AND p.sequence > $2 AND p.sequence <= (
            SELECT max(f.sequence) FROM (
                SELECT sequence FROM facts WHERE stream = (SELECT number FROM streams WHERE name = $1) AND sequence > $2 ORDER BY sequence LIMIT {Limit}) f)
        ORDER BY p.sequence, p.name
        """;

    private const string Limit = "200";

    public async ValueTask<IReadOnlyList<StreamHead>> Heads(string? after, int limit, CancellationToken cancellation) => await database.Ask(
        batch => batch.Add("SELECT name, version, hash FROM streams WHERE name > $1 ORDER BY name LIMIT $2").With(after ?? "").With(limit),
        (reader, token) => reader.All(Head, token),
        cancellation);

    public ValueTask<StreamHead?> Head(StreamId stream, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT name, version, hash FROM streams WHERE name = $1").With(stream.Value),
        (reader, token) => reader.First(Head, token),
        cancellation));

    public async ValueTask<IReadOnlyList<StreamId>> Labelled(string label, string? after, int limit, CancellationToken cancellation) => await database.Ask(
        batch => batch.Add("SELECT DISTINCT s.name FROM labels l JOIN streams s ON s.number = l.stream WHERE starts_with(l.label, $1) AND s.name > $2 ORDER BY s.name LIMIT $3")
            .With(label).With(after ?? "").With(limit),
        (reader, token) => reader.All(row => new StreamId(row.Text(0)), token),
        cancellation);

    public async IAsyncEnumerable<RecordedFact> Facts(StreamId stream, long fromSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var fact in Sealed(stream, fromSequence, cancellation))
        {
            yield return fact.Recorded;
        }
    }

    public async IAsyncEnumerable<SealedFact> Sealed(StreamId stream, long fromSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = fromSequence - 1;
        while (true)
        {
            var page = await database.Ask(
                batch => batch.Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .Add(FactsAfter).With(stream.Value).With(after)
                    .Add(Private).With(stream.Value).With(after)
                    .Add("COMMIT"),
                async (reader, token) =>
                {
                    var facts = await reader.All(row => PostgresFacts.Fact(row, _ => stream).Fact, token);
                    return PrivateRow.Join(facts, await reader.All(row => PostgresFacts.Private(row).Value, token));
                },
                cancellation);
            foreach (var fact in page)
            {
                yield return fact;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Recorded.Sequence;
        }
    }

    public async ValueTask<int> Blank(IReadOnlyList<PrivatePlace> places, CancellationToken cancellation) => places.Count == 0 ? 0 : await database.Ask(
        batch =>
        {
            batch.Add("BEGIN");
            foreach (var place in places)
            {
                batch.Add("""
                    UPDATE private_values SET salt = NULL, value = NULL
                    WHERE stream = (SELECT number FROM streams WHERE name = $1) AND sequence = $2 AND name = $3 AND value IS NOT NULL
                    RETURNING 1
                    """).With(place.Stream.Value).With(place.Sequence).With(place.Name);
                batch.Add("DELETE FROM snapshots WHERE stream = (SELECT number FROM streams WHERE name = $1)").With(place.Stream.Value);
            }

            batch.Add("COMMIT");
        },
        async (reader, token) =>
        {
            var blanked = 0;
            for (var i = 0; i < places.Count; i++)
            {
                blanked += (await reader.All(_ => true, token)).Count;
            }

            return blanked;
        },
        cancellation);

    private static StreamHead Head(NpgsqlDataReader row) => new(new StreamId(row.Text(0)), row.Number(1), ImmutableArray.Create(row.Bytes(2)));
}
