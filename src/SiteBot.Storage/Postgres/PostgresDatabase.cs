using System.Net.Sockets;
using Npgsql;

namespace SiteBot.Storage.Postgres;

/// <summary>The connections to one PostgreSQL database. Work that the server gave up (a deadlock, a lost connection) is done again.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>SQL for the database's clock, microseconds; a statement adds its parameter for <see cref="MachineClock.Ahead"/>.</summary>
    public const string Now = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    private const int Attempts = 6;
    private const int MostPrepared = 200;

    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connectionString, MachineClock clock)
    {
        NpgsqlConnectionStringBuilder options;
        try
        {
            options = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // Npgsql names the keyword that it does not know and never the value.
            throw new StoreException($"The connection string for PostgreSQL cannot be read: {wrong.Message} Write it as Host=…;Database=…;Username=…;Password=….");
        }

        if (string.IsNullOrEmpty(options.Host))
        {
            throw new StoreException("The connection string for PostgreSQL names no host. Write it as Host=…;Database=…;Username=…;Password=….");
        }

        options.MaxAutoPrepare = MostPrepared;
        options.AutoPrepareMinUsages = 2;
        options.NoResetOnClose = true;
        options.ApplicationName ??= "sitebot";
        options.IncludeErrorDetail = false;
        Name = $"PostgreSQL {options.Database ?? options.Username} at {options.Host}:{options.Port}";
        Clock = clock;
        var source = new NpgsqlSlimDataSourceBuilder(options.ConnectionString);
        source.EnableArrays();
        source.EnableTransportSecurity();
        source.EnableIntegratedSecurity();
        _source = source.Build();
    }

    /// <summary>For an operator; without user and password.</summary>
    public string Name { get; }

    public MachineClock Clock { get; }

    /// <summary>Does <paramref name="work"/> on a connection; from the beginning again where the server gave it up.</summary>
    /// <exception cref="StoreException">The server is not there, or went away and did not come back.</exception>
    public async Task<T> Do<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                return await work(connection, cancellation);
            }
            catch (Exception failure) when (attempt < Attempts && IsGivenUp(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds((5 << attempt) + Random.Shared.Next(10)), cancellation);
            }
            catch (Exception failure) when (IsGone(failure))
            {
                throw new StoreException(
                    $"{Name} does not answer: {failure.Message} Check that the server runs, that host, port, database, user and password of the connection string are right, and that it lets this machine in.", failure);
            }
        }
    }

    /// <summary>Sends one batch and reads what it returns.</summary>
    public Task<T> Ask<T>(Action<PostgresBatch> statements, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation) => Do(
        async (connection, token) =>
        {
            await using var batch = new PostgresBatch(connection);
            statements(batch);
            await using var reader = await batch.Read(token);
            return await read(reader, token);
        },
        cancellation);

    /// <summary>Sends one batch and looks at no row.</summary>
    public Task<int> Run(Action<PostgresBatch> statements, CancellationToken cancellation) => Do(
        async (connection, token) =>
        {
            await using var batch = new PostgresBatch(connection);
            statements(batch);
            return await batch.Run(token);
        },
        cancellation);

    /// <summary>A connection for the caller alone, e.g. to listen on.</summary>
    public ValueTask<NpgsqlConnection> Connect(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // What the server rolled back for certain, and lost connections: every commit is guarded by versions, keys and activity ids, so that a second try of one
    // that was kept after all finds that out.
    private static bool IsGivenUp(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable } => true,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => true,
        PostgresException => false,
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException lost => lost.IsTransient || lost.InnerException is IOException or SocketException,
        _ => false,
    };

    private static bool IsGone(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState.StartsWith("08", StringComparison.Ordinal) || refused.SqlState.StartsWith("28", StringComparison.Ordinal)
            || refused.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || refused.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.TooManyConnections,
        NpgsqlException or SocketException => true,
        _ => false,
    };
}
