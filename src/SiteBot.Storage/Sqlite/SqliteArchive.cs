using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The ledger's archive over one SQLite file.</summary>
internal sealed class SqliteArchive(SqliteWriter writer, SqliteReaders readers) : ILedgerArchive
{
    private const int Page = 200;

    public ValueTask<IReadOnlyList<StreamHead>> Heads(string? after, int limit, CancellationToken cancellation) =>
        new(readers.Read<IReadOnlyList<StreamHead>>(
            session => session["SELECT name, version, hash FROM streams WHERE name > ?1 ORDER BY name LIMIT ?2"].Bind(1, after ?? "").Bind(2, limit).All(Head),
            cancellation));

    public ValueTask<StreamHead?> Head(StreamId stream, CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT name, version, hash FROM streams WHERE name = ?1"].Bind(1, stream.Value).First(Head), cancellation));

    public ValueTask<IReadOnlyList<StreamId>> Labelled(string label, string? after, int limit, CancellationToken cancellation) =>
        new(readers.Read<IReadOnlyList<StreamId>>(
            session => session["""
                SELECT DISTINCT s.name FROM labels l JOIN streams s ON s.number = l.stream
                WHERE l.label >= ?1 AND substr(l.label, 1, length(?1)) = ?1 AND s.name > ?2 ORDER BY s.name LIMIT ?3
                """].Bind(1, label).Bind(2, after ?? "").Bind(3, limit).All(row => new StreamId(row.Text(0))),
            cancellation));

    public async IAsyncEnumerable<RecordedFact> Facts(StreamId stream, long fromSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var fact in Sealed(stream, fromSequence, cancellation))
        {
            yield return fact.Recorded;
        }
    }

    public async IAsyncEnumerable<SealedFact> Sealed(StreamId stream, long fromSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var after = fromSequence - 1;
        while (true)
        {
            var page = readers.Read(
                session => session.Snapshot(reading => Number(reading, stream) is { } number ? SqliteFacts.After(reading, number, stream, after, Page) : []),
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

    public async ValueTask<int> Blank(IReadOnlyList<PrivatePlace> places, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await writer.Write(session =>
        {
            var blanked = 0;
            foreach (var place in places)
            {
                if (Number(session, place.Stream) is { } number)
                {
                    blanked += session["UPDATE private_values SET salt = NULL, value = NULL WHERE stream = ?1 AND sequence = ?2 AND name = ?3 AND value IS NOT NULL"]
                        .Bind(1, number).Bind(2, place.Sequence).Bind(3, place.Name).Run();
                    session["DELETE FROM snapshots WHERE stream = ?1"].Bind(1, number).Run();
                }
            }

            return blanked;
        });
    }

    private static long? Number(SqliteSession session, StreamId stream) =>
        session["SELECT number FROM streams WHERE name = ?1"].Bind(1, stream.Value).First(row => (long?)row.Number(0));

    private static StreamHead Head(SqliteStatement row) => new(new StreamId(row.Text(0)), row.Number(1), ImmutableArray.Create(row.Bytes(2)));
}
