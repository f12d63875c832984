namespace SiteBot.Ledger;

/// <summary>Small settings of a store that its hosts share: its mode, the demo clock's offset.</summary>
public interface IStoreSettings
{
    /// <summary>The setting's value, or null.</summary>
    ValueTask<string?> Read(string name, CancellationToken cancellation);

    /// <summary>Writes the setting where it still has the value <paramref name="expected"/> (null: is not there yet); false where it has another.</summary>
    ValueTask<bool> Write(string name, string? expected, string value, CancellationToken cancellation);
}
