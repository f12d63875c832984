using System.Collections.Immutable;

namespace SiteBot.Ledger;

/// <summary>What is wrong with a chain, at one place.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Sequence">The fact; for what is wrong with the stream's end, its version.</param>
/// <param name="Kind">What.</param>
/// <param name="Detail">The private value's name, or null.</param>
public sealed record ChainFault(StreamId Stream, long Sequence, ChainFaultKind Kind, string? Detail = null);

/// <summary>The ways in which a chain can be broken.</summary>
public enum ChainFaultKind
{
    /// <summary>A fact before this one is missing, or two stand in each other's place.</summary>
    SequenceGap,

    /// <summary>The fact's text, its place or a fact before it was changed: its hash is not the one that follows.</summary>
    HashDiffers,

    /// <summary>A private value is not the one that was told: its digest is another.</summary>
    PrivateValueDiffers,

    /// <summary>A private value that the hash covers is gone, or one that it does not cover was added. A blanked one is not gone: its digest stays.</summary>
    PrivateValuesMismatch,

    /// <summary>The stream ends before or after the version that its head names.</summary>
    VersionDiffers,

    /// <summary>The head names another hash than that of the last fact.</summary>
    HeadDiffers,
}

/// <summary>Walks one stream's chain, fact by fact, without holding it. Pure: the caller reads.</summary>
/// <remarks>After a broken link the walk goes on from the hash that is stored, so that one edit shows as one fault.</remarks>
public sealed class ChainCheck(StreamId stream)
{
    private ImmutableArray<byte> _previous = FactHash.Origin;
    private long _sequence;

    /// <summary>Checks the next fact and returns what is wrong with it; empty where it continues the chain.</summary>
    public ImmutableArray<ChainFault> Next(SealedFact next)
    {
        var recorded = next.Recorded;
        var faults = ImmutableArray.CreateBuilder<ChainFault>();
        void Fault(ChainFaultKind kind, string? detail = null) => faults.Add(new ChainFault(stream, recorded.Sequence, kind, detail));

        if (recorded.Sequence != _sequence + 1)
        {
            Fault(ChainFaultKind.SequenceGap);
        }

        var hash = FactHash.Of(_previous.AsSpan(), stream, recorded.Sequence, recorded.Fact, recorded.Digests);
        if (!hash.AsSpan().SequenceEqual(recorded.Hash.AsSpan()))
        {
            Fault(ChainFaultKind.HashDiffers);
        }

        foreach (var name in recorded.Fact.Private.Keys.Union(recorded.Digests.Keys, StringComparer.Ordinal))
        {
            if (!recorded.Fact.Private.TryGetValue(name, out var value) || !recorded.Digests.TryGetValue(name, out var digest))
            {
                Fault(ChainFaultKind.PrivateValuesMismatch, name);
            }
            else if (value is not null && (!next.Salts.TryGetValue(name, out var salt) || FactHash.Digest(salt.AsSpan(), value) != digest))
            {
                Fault(ChainFaultKind.PrivateValueDiffers, name);
            }
        }

        _previous = recorded.Hash;
        _sequence = recorded.Sequence;
        return faults.ToImmutable();
    }

    /// <summary>Compares the walk's end with the stream's head.</summary>
    public ImmutableArray<ChainFault> End(StreamHead head) =>
        head.Version != _sequence ? [new ChainFault(stream, head.Version, ChainFaultKind.VersionDiffers)]
        : !head.Hash.AsSpan().SequenceEqual(_previous.AsSpan()) ? [new ChainFault(stream, head.Version, ChainFaultKind.HeadDiffers)]
        : [];
}
