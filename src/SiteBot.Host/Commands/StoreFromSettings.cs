using SiteBot.Host.Settings;
using SiteBot.Storage;

namespace SiteBot.Host.Commands;

/// <summary>Opens the store that a verb's settings name, for what is there: a SQLite store that does not exist is not made.</summary>
internal static class StoreFromSettings
{
    /// <summary>Opens it, runs <paramref name="use"/> and closes it.</summary>
    /// <exception cref="WrongUseException">The settings name no store that is there.</exception>
    public static async ValueTask<int> Use(Call call, Func<IStore, ValueTask<int>> use)
    {
        await using var store = await StoreOpening.Open(Named(call), mode: null, CancellationToken.None);
        return await use(store);
    }

    private static StorageOptions Named(Call call)
    {
        try
        {
            var reader = new SettingsReader(SettingSources.Read(call.Settings));
            var storage = StorageOptions.Read(reader);
            return reader.Faults.Count > 0 ? throw new WrongUseException(reader.Faults[0])
                : StoreOpening.Exists(storage) ? storage
                : throw new WrongUseException("Storage:Path: there is no store at that path.");
        }
        catch (SettingsException refused)
        {
            throw new WrongUseException(refused.Faults[0]);
        }
    }
}
