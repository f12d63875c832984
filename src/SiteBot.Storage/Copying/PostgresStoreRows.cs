using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace SiteBot.Storage.Postgres;

/// <summary>The tables of one PostgreSQL store as rows.</summary>
internal sealed class PostgresStoreRows : IStoreRows
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresStoreRows(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<IStoreRows> Open(PostgresDatabase database, CancellationToken cancellation)
    {
        var connection = await database.Connect(cancellation);
        return new PostgresStoreRows(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
    }

    public async Task<bool> Any(string table, CancellationToken cancellation) =>
        await Command($"SELECT EXISTS (SELECT 1 FROM {table})").ExecuteScalarAsync(cancellation) is true;

    public async Task<DbDataReader> Read(string table, CancellationToken cancellation) => await Command($"SELECT * FROM {table}").ExecuteReaderAsync(cancellation);

    public async Task<long> Write(string table, ImmutableArray<string> columns, DbDataReader rows, CancellationToken cancellation)
    {
        await using var import = await _connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        var written = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            await import.StartRowAsync(cancellation);
            for (var i = 0; i < columns.Length; i++)
            {
                switch (rows.GetValue(i))
                {
                    case DBNull:
                        await import.WriteNullAsync(cancellation);
                        break;
                    case long number:
                        await import.WriteAsync(number, NpgsqlDbType.Bigint, cancellation);
                        break;
                    case string text:
                        await import.WriteAsync(text, NpgsqlDbType.Text, cancellation);
                        break;
                    case byte[] bytes:
                        await import.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellation);
                        break;
                    case var other:
                        throw new StoreException($"{table}.{columns[i]} holds a value of the type {other.GetType().Name}, which no store has.");
                }
            }

            written++;
        }

        await import.CompleteAsync(cancellation);
        return written;
    }

    public async Task Finish(CancellationToken cancellation)
    {
        await Command("UPDATE outbox SET state = 0, holder = NULL WHERE state = 1").ExecuteNonQueryAsync(cancellation);
        await Command("UPDATE mailboxes SET holder = NULL, lease_until = 0").ExecuteNonQueryAsync(cancellation);
        foreach (var table in (string[])["streams", "decisions", "turns", "outbox"])
        {
            await Command($"SELECT setval(pg_get_serial_sequence('{table}', 'number'), (SELECT coalesce(max(number), 0) + 1 FROM {table}), false)").ExecuteNonQueryAsync(cancellation);
        }

        await _transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // The tables' names are this program's own constants.
    private NpgsqlCommand Command(string sql) => new(sql, _connection, _transaction);
}
