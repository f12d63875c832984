using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage;

/// <summary>One database with all that SiteBot keeps. Each port may be used by any number of callers at once; none hands out a connection.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>One read and one commit a turn.</summary>
    ILedger Ledger { get; }

    /// <summary>The ledger as auditors and exports read it.</summary>
    ILedgerArchive Archive { get; }

    /// <summary>What is to be sent.</summary>
    IOutbox Outbox { get; }

    /// <summary>Tells when something may be new there.</summary>
    IOutboxBell Bell { get; }

    /// <summary>How people and channels are reached.</summary>
    IAddressBook Addresses { get; }

    /// <summary>Settings that the store's hosts share.</summary>
    IStoreSettings Settings { get; }

    /// <summary>Photos, scans and produced forms.</summary>
    IEvidenceFiles Files { get; }

    /// <summary>Clears away what has served its time: handled activities, settled messages (sent or overtaken) and dialog states older than <paramref name="age"/> on the
    /// database's clock. A dialog whose state is gone asks its first open step again. Facts and decisions stay; the keys of settled messages stay known, so that none is sent again.</summary>
    ValueTask<Pruned> Prune(Duration age, CancellationToken cancellation);
}

/// <summary>What was cleared away.</summary>
/// <param name="Turns">Handled activities; one of them that is delivered again would be handled as new.</param>
/// <param name="Messages">Settled messages.</param>
/// <param name="Dialogs">Dialog states.</param>
public sealed record Pruned(int Turns, int Messages, int Dialogs);
