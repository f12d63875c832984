using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Ledger;

/// <summary>One fact as it is handed over to be kept. Facts are appended, never edited: a correction is a new fact.</summary>
/// <param name="Kind">What happened, e.g. <c>visit-started</c>; at most 60 characters.</param>
/// <param name="Version">The version of the kind's shape, from 1.</param>
/// <param name="HappenedAt">When it happened, business time.</param>
/// <param name="ToldAt">When it was told, business time.</param>
/// <param name="By">The id of the person who told it; null for SiteBot itself.</param>
/// <param name="Data">JSON text without any private value.</param>
/// <param name="Private">Names, phones and free text by their place in the fact (e.g. <c>contact.name</c>), kept apart so that they can be blanked.
/// A null value is one that was given and has been blanked since.</param>
public sealed record Fact(
    string Kind,
    int Version,
    Instant HappenedAt,
    Instant ToldAt,
    string? By,
    string Data,
    ImmutableSortedDictionary<string, string?> Private)
{
    /// <summary>No private values.</summary>
    public static ImmutableSortedDictionary<string, string?> NothingPrivate { get; } =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);
}

/// <summary>A fact as the ledger holds it.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Sequence">Its place in the stream, from 1 without gaps; the stream's version after it.</param>
/// <param name="Fact">What it says.</param>
/// <param name="Digests">For each private value its salted digest (lower-case hexadecimal), by name; what the hash covers in its stead.</param>
/// <param name="Hash">SHA-256 over the fact and the hash before it (<see cref="FactHash"/>); 32 bytes.</param>
public sealed record RecordedFact(
    StreamId Stream,
    long Sequence,
    Fact Fact,
    ImmutableSortedDictionary<string, string> Digests,
    ImmutableArray<byte> Hash);
