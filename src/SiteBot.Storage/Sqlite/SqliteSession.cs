using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SiteBot.Storage.Sqlite;

/// <summary>One open connection with the statements that it has prepared. Used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const int BusyMilliseconds = 15_000;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    // By reference: every statement is a constant, and hashing its text would cost more than finding it.
    private readonly Dictionary<string, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);
    private readonly MachineClock _clock;

    private SqliteSession(SqliteConnection connection, MachineClock clock)
    {
        _connection = connection;
        _handle = connection.Handle!;
        _clock = clock;
    }

    /// <summary>Opens the file (made where it is missing) for writing: every commit is on the disk before it is acknowledged.</summary>
    public static SqliteSession Writer(string path, MachineClock clock) =>
        Open(path, clock, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-16384",
            "PRAGMA wal_autocheckpoint=4000", "PRAGMA secure_delete=FAST");

    /// <summary>Opens the file for reading. It is opened as a writer's, since even a reader of a write-ahead log keeps its place in shared memory.</summary>
    public static SqliteSession Reader(string path, MachineClock clock) => Open(path, clock, "PRAGMA query_only=1", "PRAGMA cache_size=-8192");

    /// <summary>The statement, prepared once. <paramref name="sql"/> is a constant.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                var result = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared);
                SqliteException.ThrowExceptionForRC(result, _handle);
                _statements[sql] = statement = new SqliteStatement(_handle, prepared);
            }

            return statement;
        }
    }

    /// <summary>The database's clock, microseconds.</summary>
    public long Clock() => this["SELECT CAST(unixepoch('subsec') * 1000000 AS INTEGER)"].First(row => row.Number(0)) + _clock.Ahead;

    public void Begin() => this["BEGIN IMMEDIATE"].Run();

    public void Commit() => this["COMMIT"].Run();

    /// <summary>Ends an open transaction without keeping anything.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
        {
            this["ROLLBACK"].Run();
        }
    }

    /// <summary>Everything that <paramref name="read"/> sees is of one moment.</summary>
    public T Snapshot<T>(Func<SqliteSession, T> read)
    {
        this["BEGIN"].Run();
        try
        {
            return read(this);
        }
        finally
        {
            this["COMMIT"].Run();
        }
    }

    /// <summary>Runs a script of several statements that are not kept.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static SqliteSession Open(string path, MachineClock clock, params ReadOnlySpan<string> pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection, clock);
            session.Script($"PRAGMA busy_timeout={BusyMilliseconds}");
            foreach (var pragma in pragmas)
            {
                session.Script(pragma);
            }

            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
