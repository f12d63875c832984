using SiteBot.Storage;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Commands;

/// <summary>Opens the store that a verb's settings name, for reading what is there: a store that does not exist is not made.</summary>
internal static class StoreFromSettings
{
    private const string DefaultPath = "data/sitebot.db";

    /// <summary>Opens it, runs <paramref name="use"/> and closes it.</summary>
    /// <exception cref="WrongUseException">The settings name no store that is there.</exception>
    public static async ValueTask<int> Use(Call call, Func<IStore, ValueTask<int>> use)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("SITEBOT_")
            .AddCommandLine([.. call.Settings])
            .Build();
        if (settings["Storage:Kind"] is { Length: > 0 } kind && !kind.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new WrongUseException("Storage:Kind: only sqlite can be opened by this verb.");
        }

        var path = settings["Storage:Path"] is { Length: > 0 } given ? given : DefaultPath;
        if (!File.Exists(path))
        {
            throw new WrongUseException("Storage:Path: there is no store at that path.");
        }

        await using var store = await SqliteStore.Open(path);
        return await use(store);
    }
}
