using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>A store in one PostgreSQL database (in the schema that its search path names). Any number of hosts may open it at once.</summary>
public sealed class PostgresStore : IStore
{
    private readonly PostgresDatabase _database;
    private readonly PostgresBell _bell;

    private PostgresStore(PostgresDatabase database)
    {
        _database = database;
        _bell = new PostgresBell(database);
        Ledger = new PostgresLedger(database, _bell);
        Archive = new PostgresArchive(database);
        Outbox = new PostgresOutbox(database, _bell);
        Addresses = new PostgresAddressBook(database);
        Settings = new PostgresSettings(database);
        Files = new PostgresEvidenceFiles(database);
    }

    /// <inheritdoc />
    public ILedger Ledger { get; }

    /// <inheritdoc />
    public ILedgerArchive Archive { get; }

    /// <inheritdoc />
    public IOutbox Outbox { get; }

    /// <inheritdoc />
    public IOutboxBell Bell => _bell;

    /// <inheritdoc />
    public IAddressBook Addresses { get; }

    /// <inheritdoc />
    public IStoreSettings Settings { get; }

    /// <inheritdoc />
    public IEvidenceFiles Files { get; }

    internal MachineClock Clock => _database.Clock;

    internal PostgresDatabase Database => _database;

    /// <summary>Opens the store and brings its schema up to date.</summary>
    /// <param name="connectionString">As Npgsql reads it; the database exists and is empty or a store of SiteBot's, and the user may create tables.</param>
    /// <param name="mode">Whom the store is for; null opens a store of either, e.g. to audit or copy it.</param>
    /// <param name="cancellation">Gives up opening.</param>
    /// <exception cref="StoreException">The server does not answer or refuses, the database is no store of SiteBot's, is of a newer version that this one
    /// cannot work beside, or is of the other mode.</exception>
    public static async ValueTask<PostgresStore> Open(string connectionString, StoreMode? mode = null, CancellationToken cancellation = default) =>
        await Open(connectionString, mode, Migration.Of("postgres"), cancellation);

    internal static async ValueTask<PostgresStore> Open(string connectionString, StoreMode? mode, ImmutableArray<Migration> migrations, CancellationToken cancellation)
    {
        var database = new PostgresDatabase(connectionString, new MachineClock());
        try
        {
            var store = new PostgresStore(database);
            var name = $"The store {database.Name}";
            try
            {
                await PostgresMigrator.Migrate(database, migrations, name, cancellation);
            }
            catch (PostgresException failure)
            {
                throw new StoreException($"{name} cannot be brought up to date: {failure.MessageText} It is as it was. Check that its user may create tables there.", failure);
            }

            await RememberedMode.Check(store.Settings, mode, name, cancellation);
            return store;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<Pruned> Prune(Duration age, CancellationToken cancellation) => PostgresPrune.Of(_database, age, cancellation);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _bell.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <inheritdoc />
    public override string ToString() => _database.Name;
}
