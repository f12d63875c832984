using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SiteBot.Storage.Sqlite;

/// <summary>The tables of one SQLite file as rows.</summary>
internal sealed class SqliteRows : IStoreRows
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private SqliteRows(SqliteConnection connection) => (_connection, _transaction) = (connection, connection.BeginTransaction(deferred: true));

    public static async Task<IStoreRows> Open(string path, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return new SqliteRows(connection);
    }

    public async Task<bool> Any(string table, CancellationToken cancellation) =>
        await Command($"SELECT EXISTS (SELECT 1 FROM {table})").ExecuteScalarAsync(cancellation) is not 0L;

    public async Task<DbDataReader> Read(string table, CancellationToken cancellation) => await Command($"SELECT * FROM {table}").ExecuteReaderAsync(cancellation);

    public async Task<long> Write(string table, ImmutableArray<string> columns, DbDataReader rows, CancellationToken cancellation)
    {
        await using var insert = Command($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
        var values = columns.Select((_, i) => insert.Parameters.AddWithValue($"@p{i}", DBNull.Value)).ToArray();
        var written = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Value = rows.GetValue(i);
                values[i].ResetSqliteType();
            }

            await insert.ExecuteNonQueryAsync(cancellation);
            written++;
        }

        return written;
    }

    public async Task Finish(CancellationToken cancellation)
    {
        await Command("UPDATE outbox SET state = 0, holder = NULL WHERE state = 1").ExecuteNonQueryAsync(cancellation);
        await Command("UPDATE mailboxes SET holder = NULL, lease_until = 0").ExecuteNonQueryAsync(cancellation);
        await _transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // The tables' names are this program's own constants.
    private SqliteCommand Command(string sql) => new(sql, _connection, _transaction);
}
