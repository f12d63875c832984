using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>A store in one SQLite file. Several processes of one machine may open it at once.</summary>
/// <remarks>Write-ahead log with full synchronisation: what was acknowledged is on the disk. Close it to leave one file behind.</remarks>
public sealed class SqliteStore : IStore
{
    private readonly string _path;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;

    private SqliteStore(string path, SqliteSession writing, MachineClock clock)
    {
        _path = path;
        _writer = new SqliteWriter(writing);
        _readers = new SqliteReaders(path, clock);
        Clock = clock;
        var bell = new SqliteBell();
        Bell = bell;
        Ledger = new SqliteLedger(_writer, _readers, bell);
        Archive = new SqliteArchive(_writer, _readers);
        Outbox = new SqliteOutbox(_writer, _readers, bell);
        Addresses = new SqliteAddressBook(_writer, _readers);
        Settings = new SqliteSettings(_writer, _readers);
        Files = new SqliteEvidenceFiles(_writer, _readers);
    }

    /// <inheritdoc />
    public ILedger Ledger { get; }

    /// <inheritdoc />
    public ILedgerArchive Archive { get; }

    /// <inheritdoc />
    public IOutbox Outbox { get; }

    /// <inheritdoc />
    public IOutboxBell Bell { get; }

    /// <inheritdoc />
    public IAddressBook Addresses { get; }

    /// <inheritdoc />
    public IStoreSettings Settings { get; }

    /// <inheritdoc />
    public IEvidenceFiles Files { get; }

    internal MachineClock Clock { get; }

    internal SqliteReaders Readers => _readers;

    internal string Path => _path;

    /// <summary>Opens the store, made new where the file is missing, and brings its schema up to date.</summary>
    /// <param name="path">The file; its directory is made where it is missing.</param>
    /// <param name="mode">Whom the store is for; null opens a store of either, e.g. to audit or copy it.</param>
    /// <param name="cancellation">Gives up opening.</param>
    /// <exception cref="StoreException">The file cannot be written, is no store of SiteBot's, is of a newer version that this one cannot work beside, or is of the other mode.</exception>
    public static async ValueTask<SqliteStore> Open(string path, StoreMode? mode = null, CancellationToken cancellation = default) =>
        await Open(path, mode, Migration.Of("sqlite"), cancellation);

    internal static async ValueTask<SqliteStore> Open(string path, StoreMode? mode, ImmutableArray<Migration> migrations, CancellationToken cancellation)
    {
        var full = System.IO.Path.GetFullPath(path);
        var store = await Task.Run(() => OpenFile(full, migrations), cancellation);
        try
        {
            await RememberedMode.Check(store.Settings, mode, $"The store {full}", cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<Pruned> Prune(Duration age, CancellationToken cancellation) => SqlitePrune.Of(_writer, age, cancellation);

    /// <summary>Finishes what was asked for and closes the file.</summary>
    public async ValueTask DisposeAsync() => await Task.Run(() =>
    {
        _writer.Dispose();
        _readers.Dispose();
    });

    /// <inheritdoc />
    public override string ToString() => $"SQLite {_path}";

    private static SqliteStore OpenFile(string path, ImmutableArray<Migration> migrations)
    {
        var clock = new MachineClock();
        SqliteSession? session = null;
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            session = SqliteSession.Writer(path, clock);
            SqliteMigrator.Migrate(session, migrations, $"The store {path}");
            return new SqliteStore(path, session, clock);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            session?.Dispose();
            throw new StoreException($"The store {path} cannot be opened for writing: {failure.Message} Check that the directory exists, that this user may write there, that the disk is not full, and that the file is a SQLite database.", failure);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }
}
