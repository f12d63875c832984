using System.Collections.Immutable;
using System.Data.Common;
using SiteBot.Storage.Postgres;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Storage;

/// <summary>Copies a whole store into a new one of either kind, row by row as it is stored: hashes, salts and keys stay what they were. Both databases have the same
/// tables with columns of the same names.</summary>
public static class StoreCopy
{
    // Leases and the marks of migrations are each store's own.
    private static readonly ImmutableArray<string> _tables =
    [
        "streams", "facts", "private_values", "snapshots", "labels", "decisions", "texts", "dialogs", "turns", "settings",
        "outbox", "mailboxes", "spent_keys", "posted", "addresses", "service_urls", "files",
    ];

    /// <summary>Copies <paramref name="from"/>, as of one moment, into <paramref name="to"/>: all of it or nothing.</summary>
    /// <returns>How many rows of each table.</returns>
    /// <exception cref="StoreException">The target holds something already.</exception>
    public static async ValueTask<ImmutableArray<(string Table, long Rows)>> Of(IStore from, IStore to, CancellationToken cancellation)
    {
        await using var source = await Rows(from, cancellation);
        await using var target = await Rows(to, cancellation);
        foreach (var table in _tables)
        {
            if (await target.Any(table, cancellation))
            {
                throw new StoreException($"The store {to} holds something already ({table}); copy into a new one.");
            }
        }

        var copied = ImmutableArray.CreateBuilder<(string, long)>();
        foreach (var table in _tables)
        {
            await using var reader = await source.Read(table, cancellation);
            copied.Add((table, await target.Write(table, Columns(reader), reader, cancellation)));
        }

        await target.Finish(cancellation);
        return copied.ToImmutable();
    }

    private static async ValueTask<IStoreRows> Rows(IStore store, CancellationToken cancellation) => store switch
    {
        SqliteStore sqlite => await SqliteRows.Open(sqlite.Path, cancellation),
        PostgresStore postgres => await PostgresStoreRows.Open(postgres.Database, cancellation),
        _ => throw new ArgumentException($"A store of the unknown kind {store.GetType().Name}.", nameof(store)),
    };

    private static ImmutableArray<string> Columns(DbDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
}

/// <summary>The tables of one store as rows, in one transaction.</summary>
internal interface IStoreRows : IAsyncDisposable
{
    /// <summary>True where the table holds a row.</summary>
    Task<bool> Any(string table, CancellationToken cancellation);

    /// <summary>All rows of a table.</summary>
    Task<DbDataReader> Read(string table, CancellationToken cancellation);

    /// <summary>Appends rows: whole numbers, texts, bytes, nulls.</summary>
    Task<long> Write(string table, ImmutableArray<string> columns, DbDataReader rows, CancellationToken cancellation);

    /// <summary>Frees what another store's hosts held, sets numbering on from what was copied, and keeps it all.</summary>
    Task Finish(CancellationToken cancellation);
}
