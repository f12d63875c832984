using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace SiteBot.Storage.Postgres;

/// <summary>Statements that go to the server together and are answered together: one wait for the network.</summary>
/// <remarks>Each statement is a constant with positional parameters; Npgsql prepares those that come again, once a connection.</remarks>
internal sealed class PostgresBatch(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = connection.CreateBatch();

    /// <summary>Adds a statement; its parameters follow in the order of their numbers.</summary>
    public PostgresBatch Add(string sql)
    {
        _batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return this;
    }

    public PostgresBatch With(long value) => Parameter(new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint });

    public PostgresBatch With(string? value) => value is null
        ? Parameter(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text })
        : Parameter(new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text });

    public PostgresBatch With(byte[] value) => Parameter(new NpgsqlParameter<byte[]> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea });

    public PostgresBatch With(ReadOnlyMemory<byte> value) =>
        Parameter(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea });

    public PostgresBatch With(string[] values) =>
        Parameter(new NpgsqlParameter<string[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>Sends all of it; the reader has one result for each statement that returns rows.</summary>
    public Task<NpgsqlDataReader> Read(CancellationToken cancellation) => _batch.ExecuteReaderAsync(CommandBehavior.Default, cancellation);

    /// <summary>Sends all of it and looks at no row.</summary>
    public Task<int> Run(CancellationToken cancellation) => _batch.ExecuteNonQueryAsync(cancellation);

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    private PostgresBatch Parameter(NpgsqlParameter parameter)
    {
        _batch.BatchCommands[^1].Parameters.Add(parameter);
        return this;
    }
}
