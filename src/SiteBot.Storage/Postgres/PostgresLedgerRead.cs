using System.Collections.Immutable;
using Npgsql;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>The one read of a turn: one batch, one moment.</summary>
internal static class PostgresLedgerRead
{
    private const string Wanted = """
        WITH wanted AS (
            SELECT s.number, s.name, s.version, n.version AS folded, n.state
            FROM streams s LEFT JOIN snapshots n ON n.stream = s.number AND n.shape = $3
            WHERE s.number IN (SELECT number FROM streams WHERE name = ANY ($1) UNION SELECT stream FROM labels WHERE label = ANY ($2)))
        """;

    private const string Streams = Wanted + " SELECT number, name, version, folded, state FROM wanted ORDER BY number";
    private const string Facts = Wanted + $" SELECT {PostgresFacts.Columns} FROM wanted w JOIN facts f ON f.stream = w.number AND f.sequence > coalesce(w.folded, 0) ORDER BY f.stream, f.sequence";
    private const string Private = Wanted + $" SELECT {PostgresFacts.PrivateColumns} FROM wanted w JOIN private_values p ON p.stream = w.number AND p.sequence > coalesce(w.folded, 0) ORDER BY p.stream, p.sequence, p.name";

    private static readonly DialogView NoDialog = new(0, null);

    public static Task<LedgerView> Of(PostgresDatabase database, LedgerQuery query, CancellationToken cancellation) =>
        database.Ask(batch => Ask(batch, query), (reader, token) => Read(reader, query, token), cancellation);

    private static void Ask(PostgresBatch batch, LedgerQuery query)
    {
        batch.Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        if (query.Activity is { } activity)
        {
            batch.Add("SELECT answer FROM turns WHERE activity = $1").With(StoredKey.Of(activity));
        }

        if (query.Conversation is { } conversation)
        {
            batch.Add("SELECT version, state FROM dialogs WHERE conversation = $1").With(StoredKey.Of(conversation));
        }

        if (AsksForStreams(query))
        {
            string[] names = [.. query.Streams.Select(stream => stream.Value)];
            string[] labels = [.. query.Labels];
            foreach (var sql in new[] { Streams, Facts, Private })
            {
                batch.Add(sql).With(names).With(labels).With(query.Shape);
            }
        }

        batch.Add("COMMIT");
    }

    private static async Task<LedgerView> Read(NpgsqlDataReader reader, LedgerQuery query, CancellationToken cancellation)
    {
        if (query.Activity is { } activity && await reader.First(row => row.Text(0), cancellation) is { } answer)
        {
            return new LedgerView(new TurnOutcome(activity, answer), NoDialog, []);
        }

        var dialog = query.Conversation is null
            ? NoDialog
            : await reader.First(row => new DialogView(row.Number(0), row.TextOrNull(1)), cancellation) ?? NoDialog;
        return new LedgerView(null, dialog, AsksForStreams(query) ? await ReadStreams(reader, query, cancellation) : []);
    }

    private static async Task<ImmutableArray<StreamView>> ReadStreams(NpgsqlDataReader reader, LedgerQuery query, CancellationToken cancellation)
    {
        var rows = await reader.All(
            row => new StreamRow(row.Number(0), new StreamId(row.Text(1)), row.Number(2), row.IsDBNull(3) ? null : new Snapshot(row.Number(3), query.Shape, row.Text(4))),
            cancellation);
        var byNumber = rows.ToDictionary(row => row.Number);
        var facts = (await reader.All(row => PostgresFacts.Fact(row, number => byNumber[number].Stream), cancellation)).ToLookup(row => row.Stream, row => row.Fact);
        var values = (await reader.All(PostgresFacts.Private, cancellation)).ToLookup(row => row.Stream, row => row.Value);

        var byName = rows.ToDictionary(row => row.Stream);
        var named = query.Streams.Distinct().ToList();
        var views = ImmutableArray.CreateBuilder<StreamView>(rows.Count);
        views.AddRange(named.Select(stream => byName.TryGetValue(stream, out var row) ? View(row) : new StreamView(stream, 0, null, [])));
        views.AddRange(rows.Where(row => !named.Contains(row.Stream)).Select(View));
        return views.ToImmutable();

        StreamView View(StreamRow row) => new(
            row.Stream, row.Version, row.Snapshot, [.. PrivateRow.Join([.. facts[row.Number]], [.. values[row.Number]]).Select(fact => fact.Recorded)]);
    }

    private static bool AsksForStreams(LedgerQuery query) => !query.Streams.IsEmpty || !query.Labels.IsEmpty;

    private sealed record StreamRow(long Number, StreamId Stream, long Version, Snapshot? Snapshot);
}
