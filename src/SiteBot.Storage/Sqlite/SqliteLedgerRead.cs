using System.Collections.Immutable;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The one read of a turn.</summary>
internal static class SqliteLedgerRead
{
    private const string ByName = "SELECT number, name, version FROM streams WHERE name = ?1";
    private const string ByLabel = "SELECT s.number, s.name, s.version FROM labels l JOIN streams s ON s.number = l.stream WHERE l.label = ?1 ORDER BY s.number";

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
                var row = session[ByName].Bind(1, stream.Value).First(StreamRow.Read);
                streams.Add(row is null ? new StreamView(stream, 0, null, []) : View(session, row, query.Shape));
            }
        }

        foreach (var label in query.Labels)
        {
            foreach (var row in session[ByLabel].Bind(1, label).All(StreamRow.Read))
            {
                if (seen.Add(row.Name))
                {
                    streams.Add(View(session, row, query.Shape));
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

    private static StreamView View(SqliteSession session, StreamRow row, int shape)
    {
        var snapshot = session["SELECT version, state FROM snapshots WHERE stream = ?1 AND shape = ?2"].Bind(1, row.Number).Bind(2, shape)
            .First(found => new Snapshot(found.Number(0), shape, found.Text(1)));
        var stream = new StreamId(row.Name);
        var after = snapshot?.Version ?? 0;
        var since = after == row.Version ? [] : SqliteFacts.After(session, row.Number, stream, after, int.MaxValue);
        return new StreamView(stream, row.Version, snapshot, [.. since.Select(fact => fact.Recorded)]);
    }

    private sealed record StreamRow(long Number, string Name, long Version)
    {
        public static StreamRow Read(SqliteStatement row) => new(row.Number(0), row.Text(1), row.Number(2));
    }
}
