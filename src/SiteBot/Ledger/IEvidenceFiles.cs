using NodaTime;

namespace SiteBot.Ledger;

/// <summary>Photos, scans and produced forms, kept under the hash of the bytes received. Written before the fact that names them.</summary>
public interface IEvidenceFiles
{
    /// <summary>Keeps <paramref name="content"/>; the same bytes twice are kept once.</summary>
    /// <param name="content">At most 10 MB.</param>
    /// <param name="mediaType">E.g. <c>image/jpeg</c>.</param>
    /// <param name="at">Business time, for the time after which photos are deleted.</param>
    /// <param name="cancellation">Gives up before anything is kept.</param>
    /// <returns>The lower-case hexadecimal SHA-256 of the bytes.</returns>
    ValueTask<string> Put(ReadOnlyMemory<byte> content, string mediaType, Instant at, CancellationToken cancellation);

    /// <summary>The file, or null where there is none (any more).</summary>
    ValueTask<EvidenceFile?> Get(string hash, CancellationToken cancellation);

    /// <summary>Deletes every file kept before <paramref name="before"/> (exclusive) whose media type starts with <paramref name="mediaTypePrefix"/>; returns how many.</summary>
    ValueTask<int> DeleteBefore(Instant before, string mediaTypePrefix, CancellationToken cancellation);
}

/// <summary>A kept file.</summary>
/// <param name="Hash">The lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="MediaType">E.g. <c>image/jpeg</c>.</param>
/// <param name="Content">The bytes as received.</param>
public sealed record EvidenceFile(string Hash, string MediaType, ReadOnlyMemory<byte> Content);
