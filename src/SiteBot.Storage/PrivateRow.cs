using System.Collections.Immutable;
using SiteBot.Ledger;

namespace SiteBot.Storage;

/// <summary>A private value as it is stored beside its fact.</summary>
/// <param name="Sequence">The fact.</param>
/// <param name="Name">The value's name there.</param>
/// <param name="Digest">Lower-case hexadecimal.</param>
/// <param name="Salt">Default where the value was blanked.</param>
/// <param name="Value">Null where it was blanked.</param>
internal readonly record struct PrivateRow(long Sequence, string Name, string Digest, ImmutableArray<byte> Salt, string? Value)
{
    private static readonly ImmutableSortedDictionary<string, string> NoDigests = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<byte>> NoSalts = ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal);

    /// <summary>A stored fact before its private values are put back.</summary>
    public static RecordedFact Bare(StreamId stream, long sequence, Fact fact, ImmutableArray<byte> hash) => new(stream, sequence, fact, NoDigests, hash);

    /// <summary>Puts the private values of one stream back into its facts; both in the order of their sequence.</summary>
    public static List<SealedFact> Join(IReadOnlyList<RecordedFact> facts, IReadOnlyList<PrivateRow> values)
    {
        var joined = new List<SealedFact>(facts.Count);
        var next = 0;
        foreach (var fact in facts)
        {
            if (next == values.Count || values[next].Sequence != fact.Sequence)
            {
                joined.Add(new SealedFact(fact, NoSalts));
                continue;
            }

            var texts = Fact.NothingPrivate.ToBuilder();
            var digests = NoDigests.ToBuilder();
            var salts = NoSalts.ToBuilder();
            for (; next < values.Count && values[next].Sequence == fact.Sequence; next++)
            {
                var value = values[next];
                texts.Add(value.Name, value.Value);
                digests.Add(value.Name, value.Digest);
                if (!value.Salt.IsDefault)
                {
                    salts.Add(value.Name, value.Salt);
                }
            }

            joined.Add(new SealedFact(fact with { Fact = fact.Fact with { Private = texts.ToImmutable() }, Digests = digests.ToImmutable() }, salts.ToImmutable()));
        }

        return joined;
    }
}
