namespace SiteBot.Ledger;

/// <summary>Where facts are kept. One read and one commit a turn; no connection is handed out.</summary>
public interface ILedger
{
    /// <summary>Reads all that a turn needs, as of one moment.</summary>
    ValueTask<LedgerView> Read(LedgerQuery query, CancellationToken cancellation);

    /// <summary>Keeps all of <paramref name="commit"/> or nothing. Once it returned <see cref="CommitOutcome.Kept"/>, a crash loses none of it.</summary>
    /// <remarks>A caller that goes away does not cancel it: once begun it runs to its end.</remarks>
    ValueTask<CommitOutcome> Commit(Commit commit);

    /// <summary>A decision by its id, or null.</summary>
    ValueTask<DecisionWrite?> Decision(string id, CancellationToken cancellation);

    /// <summary>The decisions made for a stream, newest first, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<DecisionWrite>> Decisions(StreamId stream, int limit, CancellationToken cancellation);

    /// <summary>A kept text by the hash of its content, or null.</summary>
    ValueTask<string?> Text(string hash, CancellationToken cancellation);
}
