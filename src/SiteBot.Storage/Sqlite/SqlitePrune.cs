using NodaTime;

namespace SiteBot.Storage.Sqlite;

/// <summary>Clearing away what has served its time, a page at a time, so that no turn waits long behind it.</summary>
internal static class SqlitePrune
{
    private const int Page = 1000;

    // Turns were kept in the order of their numbers: the first page that is young ends the search.
    private const string Turns = """
        DELETE FROM turns WHERE kept_at < ?1 AND number IN (SELECT number FROM turns ORDER BY number LIMIT 1000)
        """;

    private const string Messages = """
        DELETE FROM outbox WHERE number IN (SELECT number FROM outbox WHERE state IN (3, 5) AND reported_at < ?1 ORDER BY reported_at LIMIT 1000)
        RETURNING key
        """;

    private const string Dialogs = """
        DELETE FROM dialogs WHERE conversation IN (SELECT conversation FROM dialogs WHERE kept_at < ?1 ORDER BY kept_at LIMIT 1000)
        """;

    public static async ValueTask<Pruned> Of(SqliteWriter writer, Duration age, CancellationToken cancellation)
    {
        await writer.Write(session => session["UPDATE dialogs SET kept_at = ?1 WHERE kept_at IS NULL"].Bind(1, session.Clock()).Run());
        var turns = await All(writer, (session, before) => session[Turns].Bind(1, before).Run(), age, cancellation);
        var messages = await All(writer, Spend, age, cancellation);
        var dialogs = await All(writer, (session, before) => session[Dialogs].Bind(1, before).Run(), age, cancellation);
        return new Pruned(turns, messages, dialogs);
    }

    private static int Spend(SqliteSession session, long before)
    {
        var keys = session[Messages].Bind(1, before).All(row => row.Text(0));
        foreach (var key in keys)
        {
            session["INSERT INTO spent_keys (key) VALUES (?1) ON CONFLICT DO NOTHING"].Bind(1, key).Run();
        }

        return keys.Count;
    }

    private static async ValueTask<int> All(SqliteWriter writer, Func<SqliteSession, long, int> page, Duration age, CancellationToken cancellation)
    {
        var all = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var gone = await writer.Write(session => page(session, session.Clock() - (long)(age.TotalNanoseconds / 1000)));
            all += gone;
            if (gone < Page)
            {
                return all;
            }
        }
    }
}
