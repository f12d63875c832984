using System.Collections.Immutable;
using Npgsql;

namespace SiteBot.Storage.Postgres;

/// <summary>Brings a database to this host's schema, all steps in one transaction under an advisory lock: of hosts that start together one migrates.</summary>
internal static class PostgresMigrator
{
    private const string Table = """
        CREATE TABLE schema_migrations (
            number     bigint PRIMARY KEY,
            name       text   NOT NULL,
            additive   bigint NOT NULL,
            applied_at bigint NOT NULL
        )
        """;

    // Ends with the transaction. The second key keeps stores in two schemas of one database apart.
    private const string Lock = "SELECT pg_advisory_xact_lock(1936290146, hashtext(current_schema()))::text";

    public static Task<bool> Migrate(PostgresDatabase database, ImmutableArray<Migration> known, string store, CancellationToken cancellation) => database.Do(
        async (connection, token) =>
        {
            if (await HasTable(connection, token) && MigrationPlan.Of(known, await Applied(connection, token), store).IsEmpty)
            {
                return false;
            }

            await using var transaction = await connection.BeginTransactionAsync(token);
            await Script(connection, Lock, token);
            if (!await HasTable(connection, token))
            {
                await RefuseForeign(connection, store, token);
                await Script(connection, Table, token);
            }

            foreach (var migration in MigrationPlan.Of(known, await Applied(connection, token), store))
            {
                await Script(connection, migration.Script, token);
                await using var note = new PostgresBatch(connection)
                    .Add($"INSERT INTO schema_migrations (number, name, additive, applied_at) VALUES ($1, $2, $3, {PostgresDatabase.Now})")
                    .With(migration.Number).With(migration.Name).With(migration.Additive ? 1 : 0);
                await note.Run(token);
            }

            await transaction.CommitAsync(token);
            return true;
        },
        cancellation);

    private static async Task Script(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Task<List<AppliedMigration>> Applied(NpgsqlConnection connection, CancellationToken cancellation) => Ask(
        connection,
        "SELECT number, name, additive FROM schema_migrations ORDER BY number",
        row => new AppliedMigration((int)row.Number(0), row.Text(1), row.Number(2) != 0),
        cancellation);

    private static async Task<bool> HasTable(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await Tables(connection, "AND tablename = 'schema_migrations'", cancellation)).Count > 0;

    private static async Task RefuseForeign(NpgsqlConnection connection, string store, CancellationToken cancellation)
    {
        if ((await Tables(connection, "LIMIT 1", cancellation)).FirstOrDefault() is { } table)
        {
            throw new StoreException($"{store} is a database of something else (it has the table {table}); name a database of SiteBot's own.");
        }
    }

    private static Task<List<string>> Tables(NpgsqlConnection connection, string which, CancellationToken cancellation) =>
        Ask(connection, $"SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() {which}", row => row.Text(0), cancellation);

    private static async Task<List<T>> Ask<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var batch = new PostgresBatch(connection).Add(sql);
        await using var reader = await batch.Read(cancellation);
        return await reader.All(read, cancellation);
    }
}
