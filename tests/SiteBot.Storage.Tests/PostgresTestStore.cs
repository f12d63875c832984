using Npgsql;
using SiteBot.Storage.Postgres;

namespace SiteBot.Storage.Tests;

/// <summary>A database of its own on a throw-away PostgreSQL server, which all of a run's tests share.</summary>
public sealed class PostgresTestStore : TestStore
{
    private static readonly Lazy<Task<ThrowawayPostgres>> Server = new(Begin);
    private static int _databases;

    private string _connection = "";

    public static async Task<TestStore> Make()
    {
        var server = await Server.Value;
        return new PostgresTestStore { _connection = await server.Database($"store{Interlocked.Increment(ref _databases)}") };
    }

    public override async Task Tamper(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task<IStore> OpenKind(StoreMode? mode) => await PostgresStore.Open(_connection, mode);

    protected override ValueTask Remove() => ValueTask.CompletedTask;

    private protected override MachineClock Clock(IStore store) => ((PostgresStore)store).Clock;

    private static async Task<ThrowawayPostgres> Begin()
    {
        var server = await ThrowawayPostgres.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}
