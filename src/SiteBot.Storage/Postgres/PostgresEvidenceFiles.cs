using System.Security.Cryptography;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>Evidence over PostgreSQL.</summary>
internal sealed class PostgresEvidenceFiles(PostgresDatabase database) : IEvidenceFiles
{
    public async ValueTask<string> Put(ReadOnlyMemory<byte> content, string mediaType, Instant at, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await database.Run(
            batch => batch.Add("""
                INSERT INTO files (hash, media_type, at, content) VALUES ($1, $2, $3, $4)
                ON CONFLICT (hash) DO UPDATE SET at = greatest(files.at, excluded.at)
                """).With(hash).With(mediaType).With(Microseconds.Of(at)).With(content),
            cancellation);
        return hash;
    }

    public ValueTask<EvidenceFile?> Get(string hash, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT media_type, content FROM files WHERE hash = $1").With(hash),
        (reader, token) => reader.First(row => new EvidenceFile(hash, row.Text(0), row.Bytes(1)), token),
        cancellation));

    public async ValueTask<int> DeleteBefore(Instant before, string mediaTypePrefix, CancellationToken cancellation) => await database.Run(
        batch => batch.Add("DELETE FROM files WHERE at < $1 AND starts_with(media_type, $2)").With(Microseconds.Of(before)).With(mediaTypePrefix), cancellation);
}
