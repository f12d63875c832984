using NodaTime;

namespace SiteBot.Storage.Postgres;

/// <summary>Clearing away what has served its time, a page at a time, so that no turn waits long behind it.</summary>
internal static class PostgresPrune
{
    private const int Page = 1000;

    // Turns were kept in the order of their numbers, nearly: the first page that is young ends the search.
    private const string Turns = $"DELETE FROM turns WHERE kept_at < {PostgresDatabase.Now} + $1 AND number IN (SELECT number FROM turns ORDER BY number LIMIT 1000) RETURNING 1";

    private const string Messages = $"""
        WITH gone AS (
            DELETE FROM outbox WHERE number IN (
                SELECT number FROM outbox WHERE state IN (3, 5) AND reported_at < {PostgresDatabase.Now} + $1 ORDER BY reported_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
            RETURNING key),
        spent AS (
            INSERT INTO spent_keys (key) SELECT key FROM gone ON CONFLICT DO NOTHING)
        SELECT 1 FROM gone
        """;

    private const string Dialogs = $"""
        DELETE FROM dialogs WHERE conversation IN (
            SELECT conversation FROM dialogs WHERE kept_at < {PostgresDatabase.Now} + $1 ORDER BY kept_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
        RETURNING 1
        """;

    public static async ValueTask<Pruned> Of(PostgresDatabase database, Duration age, CancellationToken cancellation)
    {
        await database.Run(batch => batch.Add($"UPDATE dialogs SET kept_at = {PostgresDatabase.Now} + $1 WHERE kept_at IS NULL").With(database.Clock.Ahead), cancellation);
        return new Pruned(
            await All(database, Turns, age, cancellation),
            await All(database, Messages, age, cancellation),
            await All(database, Dialogs, age, cancellation));
    }

    private static async ValueTask<int> All(PostgresDatabase database, string page, Duration age, CancellationToken cancellation)
    {
        var all = 0;
        while (true)
        {
            var gone = await database.Ask(
                batch => batch.Add(page).With(database.Clock.Ahead - (long)(age.TotalNanoseconds / 1000)),
                (reader, token) => reader.All(_ => true, token),
                cancellation);
            all += gone.Count;
            if (gone.Count < Page)
            {
                return all;
            }
        }
    }
}
