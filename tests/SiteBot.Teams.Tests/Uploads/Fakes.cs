using System.Collections.Concurrent;
using System.Security.Cryptography;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Teams.Tests.Uploads;

/// <summary>Files kept in memory.</summary>
internal sealed class KeptFiles : IEvidenceFiles
{
    public ConcurrentDictionary<string, EvidenceFile> All { get; } = [];

    public ValueTask<string> Put(ReadOnlyMemory<byte> content, string mediaType, Instant at, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        All[hash] = new EvidenceFile(hash, mediaType, content.ToArray());
        return new(hash);
    }

    public ValueTask<EvidenceFile?> Get(string hash, CancellationToken cancellation) => new(All.GetValueOrDefault(hash));

    public ValueTask<int> DeleteBefore(Instant before, string mediaTypePrefix, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <summary>A clock that stands.</summary>
internal sealed class StandingClock : IBusinessClock
{
    public Instant Now => Instant.FromUtc(2026, 3, 10, 16, 0);
}
