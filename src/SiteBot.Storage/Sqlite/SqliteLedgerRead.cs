using System.Collections.Immutable;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The one read of a turn.</summary>
internal static class SqliteLedgerRead
{
    private const string ByName = "SELECT s.number, s.name, s.version, n.version FROM streams s LEFT JOIN snapshots n ON n.stream = s.number AND n.shape = ?2 WHERE s.name = ?1";
    private const string ByLabel =
        "SELECT s.number, s.name, s.version, n.version FROM labels l JOIN streams s ON s.number = l.stream LEFT JOIN snapshots n ON n.stream = s.number AND n.shape = ?2 WHERE l.label = ?1 ORDER BY s.number";

    private static readonly DialogView NoDialog = new(0, null);

    public static LedgerView Of(SqliteSession session, LedgerQuery query)
    {
        if (query.Activity is { } activity && Repeated(session, activity) is { } repeated)
        {
            return new LedgerView(repeated, NoDialog, []);
        }

        var streams = ImmutableArray.CreateBuilder<StreamView>(query.Streams.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in query.Streams)
        {
            if (seen.Add(stream.Value))
            {
                var row = session[ByName].Bind(1, stream.Value).Bind(2, query.Shape).First(StreamRow.Read);
                streams.Add(row is null ? new StreamView(stream, 0, null, []) : View(session, row, query));
            }
        }

        foreach (var label in query.Labels)
        {
            foreach (var row in session[ByLabel].Bind(1, label).Bind(2, query.Shape).All(StreamRow.Read))
            {
                if (seen.Add(row.Name))
                {
                    streams.Add(View(session, row, query));
                }
            }
        }

        return new LedgerView(null, query.Conversation is { } conversation ? Dialog(session, conversation) : NoDialog, streams.DrainToImmutable());
    }

    /// <summary>The recorded outcome of an activity, or null where it was not handled yet.</summary>
    public static TurnOutcome? Repeated(SqliteSession session, string activity) =>
        session["SELECT answer FROM turns WHERE activity = ?1"].Bind(1, StoredKey.Of(activity)).First(row => row.Text(0)) is { } answer
            ? new TurnOutcome(activity, answer)
            : null;

    private static DialogView Dialog(SqliteSession session, string conversation) =>
        session["SELECT version, state FROM dialogs WHERE conversation = ?1"].Bind(1, StoredKey.Of(conversation))
            .First(row => new DialogView(row.Number(0), row.TextOrNull(1))) ?? NoDialog;

    private static StreamView View(SqliteSession session, StreamRow row, LedgerQuery query)
    {
        var stream = new StreamId(row.Name);
        if (row.Snapshot == row.Version && query.Recall?.Invoke(stream, row.Version) is { } recalled)
        {
            return new StreamView(stream, row.Version, null, []) { Recalled = recalled };
        }

        var snapshot = row.Snapshot is { } kept
            ? new Snapshot(kept, query.Shape, session["SELECT state FROM snapshots WHERE stream = ?1"].Bind(1, row.Number).First(found => found.Text(0))!)
            : null;
        var after = snapshot?.Version ?? 0;
        var since = after == row.Version ? [] : SqliteFacts.After(session, row.Number, stream, after, int.MaxValue);
        return new StreamView(stream, row.Version, snapshot, [.. since.Select(fact => fact.Recorded)]);
    }

    private sealed record StreamRow(long Number, string Name, long Version, long? Snapshot)
    {
        public static StreamRow Read(SqliteStatement row) => new(row.Number(0), row.Text(1), row.Number(2), row.IsNull(3) ? null : row.Number(3));
    }
}
