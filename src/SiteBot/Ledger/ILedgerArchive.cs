using System.Collections.Immutable;

namespace SiteBot.Ledger;

/// <summary>The ledger as auditors, exports and moves between databases read it.</summary>
public interface ILedgerArchive
{
    /// <summary>Every stream's end, by name (ordinal), in pages of <paramref name="limit"/> after <paramref name="after"/> (exclusive; null for the first).</summary>
    ValueTask<IReadOnlyList<StreamHead>> Heads(string? after, int limit, CancellationToken cancellation);

    /// <summary>One stream's end, or null where it has no facts.</summary>
    ValueTask<StreamHead?> Head(StreamId stream, CancellationToken cancellation);

    /// <summary>The streams that carry a label beginning with <paramref name="label"/> now, by name (ordinal), in pages of <paramref name="limit"/> after <paramref name="after"/>
    /// (exclusive; null for the first).</summary>
    ValueTask<IReadOnlyList<StreamId>> Labelled(string label, string? after, int limit, CancellationToken cancellation);

    /// <summary>A stream's facts in order, from <paramref name="fromSequence"/> (inclusive).</summary>
    IAsyncEnumerable<RecordedFact> Facts(StreamId stream, long fromSequence, CancellationToken cancellation);

    /// <summary>As <see cref="Facts"/>, with the salts of the private values, for whoever checks the chain.</summary>
    IAsyncEnumerable<SealedFact> Sealed(StreamId stream, long fromSequence, CancellationToken cancellation);

    /// <summary>Blanks private values and deletes their salts; deletes the snapshots that held them. The chain stays valid. Returns how many were blanked.</summary>
    ValueTask<int> Blank(IReadOnlyList<PrivatePlace> places, CancellationToken cancellation);
}

/// <summary>The end of a stream's chain.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The sequence of its last fact.</param>
/// <param name="Hash">That fact's hash, 32 bytes.</param>
public sealed record StreamHead(StreamId Stream, long Version, ImmutableArray<byte> Hash);

/// <summary>Where a private value stands.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The fact.</param>
/// <param name="Name">The value's name in the fact.</param>
public sealed record PrivatePlace(StreamId Stream, long Sequence, string Name);
