using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SiteBot.Ledger;

/// <summary>The chain: each fact's hash covers the one before it in its stream, the fact's stored text, and the digests of its private values.</summary>
public static class FactHash
{
    /// <summary>The hash before a stream's first fact: 32 zero bytes.</summary>
    public static ImmutableArray<byte> Origin { get; } = ImmutableArray.Create(new byte[SHA256.HashSizeInBytes]);

    /// <summary>The hash of one fact.</summary>
    /// <param name="previous">The hash before it in the stream, or <see cref="Origin"/>; 32 bytes.</param>
    /// <param name="stream">The stream's name.</param>
    /// <param name="sequence">The fact's place, from 1.</param>
    /// <param name="fact">The fact; of its private values only the digests count.</param>
    /// <param name="digests">The digest of each private value, by name.</param>
    public static ImmutableArray<byte> Of(
        ReadOnlySpan<byte> previous, StreamId stream, long sequence, Fact fact, ImmutableSortedDictionary<string, string> digests)
    {
        var text = new StringBuilder(fact.Data.Length + 256);
        Part(text, stream.Value);
        Part(text, sequence.ToString(CultureInfo.InvariantCulture));
        Part(text, fact.Kind);
        Part(text, fact.Version.ToString(CultureInfo.InvariantCulture));
        Part(text, Microseconds.Of(fact.HappenedAt).ToString(CultureInfo.InvariantCulture));
        Part(text, Microseconds.Of(fact.ToldAt).ToString(CultureInfo.InvariantCulture));
        Part(text, fact.By ?? "-");
        Part(text, fact.Data);
        foreach (var (name, digest) in digests)
        {
            Part(text, name);
            Part(text, digest);
        }

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        sha.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        return ImmutableArray.Create(sha.GetHashAndReset());
    }

    /// <summary>The salted digest of a private value: lower-case hexadecimal SHA-256 of salt, then value.</summary>
    /// <param name="salt">Random bytes of this value's own; without them a short value could be guessed from its digest.</param>
    /// <param name="value">The value, hashed as UTF-8.</param>
    public static string Digest(ReadOnlySpan<byte> salt, string value)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(salt);
        sha.AppendData(Encoding.UTF8.GetBytes(value));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    // The length before each part keeps two different facts from ever reading the same.
    private static void Part(StringBuilder text, string part) =>
        text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append('\n');
}
