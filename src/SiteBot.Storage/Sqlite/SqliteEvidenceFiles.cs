using System.Security.Cryptography;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>Evidence over one SQLite file.</summary>
internal sealed class SqliteEvidenceFiles(SqliteWriter writer, SqliteReaders readers) : IEvidenceFiles
{
    public async ValueTask<string> Put(ReadOnlyMemory<byte> content, string mediaType, Instant at, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await writer.Write(session => session["""
            INSERT INTO files (hash, media_type, at, content) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (hash) DO UPDATE SET at = max(at, excluded.at)
            """].Bind(1, hash).Bind(2, mediaType).Bind(3, Microseconds.Of(at)).Bind(4, content.Span).Run());
        return hash;
    }

    public ValueTask<EvidenceFile?> Get(string hash, CancellationToken cancellation) => new(readers.Read(
        session => session["SELECT media_type, content FROM files WHERE hash = ?1"].Bind(1, hash)
            .First(row => new EvidenceFile(hash, row.Text(0), row.Bytes(1).ToArray())),
        cancellation));

    public async ValueTask<int> DeleteBefore(Instant before, string mediaTypePrefix, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await writer.Write(session => session["DELETE FROM files WHERE at < ?1 AND substr(media_type, 1, length(?2)) = ?2"]
            .Bind(1, Microseconds.Of(before)).Bind(2, mediaTypePrefix).Run());
    }
}
