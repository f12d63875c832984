using System.Collections.Immutable;
using System.Security.Cryptography;

namespace SiteBot.Ledger;

/// <summary>A recorded fact with the salts of its private values: what is kept when it is appended, and what an auditor needs to check it.</summary>
/// <param name="Recorded">The fact as the ledger holds it.</param>
/// <param name="Salts">The salt of each private value that is still there, by name; a blanked value has none.</param>
public sealed record SealedFact(RecordedFact Recorded, ImmutableSortedDictionary<string, ImmutableArray<byte>> Salts)
{
    private const int SaltBytes = 16;

    private static readonly ImmutableSortedDictionary<string, string> NoDigests = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<byte>> NoSalts = ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal);

    /// <summary>Seals a new fact: a fresh random salt for each private value, its digest, and the hash that continues the chain.</summary>
    /// <param name="stream">The stream that it is appended to.</param>
    /// <param name="sequence">Its place there, from 1.</param>
    /// <param name="previous">The hash of the fact before it, or <see cref="FactHash.Origin"/>.</param>
    /// <param name="fact">The fact; each of its private values is given.</param>
    public static SealedFact Of(StreamId stream, long sequence, ReadOnlySpan<byte> previous, Fact fact)
    {
        var digests = NoDigests;
        var salts = NoSalts;
        if (!fact.Private.IsEmpty)
        {
            var digestsByName = NoDigests.ToBuilder();
            var saltsByName = NoSalts.ToBuilder();
            foreach (var (name, value) in fact.Private)
            {
                var salt = RandomNumberGenerator.GetBytes(SaltBytes);
                digestsByName.Add(name, FactHash.Digest(salt, value ?? throw new ArgumentException($"The new fact's private value {name} is null.", nameof(fact))));
                saltsByName.Add(name, ImmutableArray.Create(salt));
            }

            digests = digestsByName.ToImmutable();
            salts = saltsByName.ToImmutable();
        }

        return new SealedFact(new RecordedFact(stream, sequence, fact, digests, FactHash.Of(previous, stream, sequence, fact, digests)), salts);
    }
}
