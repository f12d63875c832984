using System.Collections.Immutable;

namespace SiteBot.Storage.Sqlite;

/// <summary>Brings a file to this host's schema, all steps in one transaction under the file's write lock.</summary>
internal static class SqliteMigrator
{
    private const string Table = """
        CREATE TABLE schema_migrations (
            number     INTEGER PRIMARY KEY,
            name       TEXT    NOT NULL,
            additive   INTEGER NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """;

    public static void Migrate(SqliteSession session, ImmutableArray<Migration> known, string store)
    {
        if (HasTable(session) && MigrationPlan.Of(known, Applied(session), store).IsEmpty)
        {
            return;
        }

        session.Begin();
        try
        {
            if (!HasTable(session))
            {
                RefuseForeign(session, store);
                session.Script(Table);
            }

            foreach (var migration in MigrationPlan.Of(known, Applied(session), store))
            {
                session.Script(migration.Script);
                session["INSERT INTO schema_migrations (number, name, additive, applied_at) VALUES (?1, ?2, ?3, ?4)"]
                    .Bind(1, migration.Number).Bind(2, migration.Name).Bind(3, migration.Additive ? 1 : 0).Bind(4, session.Clock()).Run();
            }

            session.Commit();
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }

    private static List<AppliedMigration> Applied(SqliteSession session) =>
        session["SELECT number, name, additive FROM schema_migrations ORDER BY number"]
            .All(row => new AppliedMigration((int)row.Number(0), row.Text(1), row.Number(2) != 0));

    private static bool HasTable(SqliteSession session) =>
        session["SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'"].First(row => row.Number(0)) > 0;

    private static void RefuseForeign(SqliteSession session, string store)
    {
        if (session["SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1"].First(row => row.Text(0)) is { } table)
        {
            throw new StoreException($"{store} is a database of something else (it has the table {table}); name a file of SiteBot's own.");
        }
    }
}
