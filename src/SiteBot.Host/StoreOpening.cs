using SiteBot.Host.Settings;
using SiteBot.Storage;
using SiteBot.Storage.Postgres;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host;

/// <summary>Opens the store that the settings name.</summary>
internal static class StoreOpening
{
    /// <summary>Opens it, made new where it is not there.</summary>
    /// <param name="storage">Where.</param>
    /// <param name="mode">Whom for; null opens one of either.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">It cannot be opened, or is of the other mode.</exception>
    public static async ValueTask<IStore> Open(StorageOptions storage, StoreMode? mode, CancellationToken cancellation) => storage.IsPostgres
        ? await PostgresStore.Open(storage.ConnectionString!, mode, cancellation)
        : await SqliteStore.Open(storage.Path, mode, cancellation);

    /// <summary>True where there is a store already, as far as can be seen without opening it.</summary>
    public static bool Exists(StorageOptions storage) => storage.IsPostgres || File.Exists(storage.Path);
}
