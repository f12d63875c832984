using SiteBot.Ledger;

namespace SiteBot.Storage;

/// <summary>Who a store was made for. A store remembers it and does not open for the other: a demo's people and clock must not meet a tenant's.</summary>
public enum StoreMode
{
    /// <summary>Local mode: people without tokens, a clock that can be moved.</summary>
    Local,

    /// <summary>Teams.</summary>
    Teams,
}

internal static class RememberedMode
{
    public const string Setting = "mode";

    /// <summary>Remembers <paramref name="mode"/> in a new store; refuses a store of the other. Null looks at a store whichever it is for.</summary>
    public static async ValueTask Check(IStoreSettings settings, StoreMode? mode, string store, CancellationToken cancellation)
    {
        if (mode is not { } wanted)
        {
            return;
        }

        var name = wanted == StoreMode.Local ? "local" : "teams";
        var kept = await settings.Read(Setting, cancellation);
        if (kept is null && !await settings.Write(Setting, expected: null, name, cancellation))
        {
            kept = await settings.Read(Setting, cancellation);
        }

        if (kept is not null && kept != name)
        {
            throw new StoreException($"{store} was made for {kept} mode and does not open in {name} mode. Choose another store, or start in {kept} mode.");
        }
    }
}
