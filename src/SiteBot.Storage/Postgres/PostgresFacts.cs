using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>Facts with their private values, in and out of their two tables.</summary>
internal static class PostgresFacts
{
    /// <summary>The columns of a fact that <see cref="Fact"/> reads, of a table called f.</summary>
    public const string Columns = "f.stream, f.sequence, f.kind, f.kind_version, f.happened_at, f.told_at, f.told_by, f.data, f.hash";

    /// <summary>The columns of a private value that <see cref="Private"/> reads, of a table called p.</summary>
    public const string PrivateColumns = "p.stream, p.sequence, p.name, p.digest, p.salt, p.value";

    public static (long Stream, RecordedFact Fact) Fact(NpgsqlDataReader row, Func<long, StreamId> stream) => (row.Number(0), PrivateRow.Bare(
        stream(row.Number(0)),
        row.Number(1),
        new Fact(row.Text(2), (int)row.Number(3), Microseconds.ToInstant(row.Number(4)), Microseconds.ToInstant(row.Number(5)), row.TextOrNull(6), row.Text(7), Ledger.Fact.NothingPrivate),
        ImmutableCollectionsMarshal.AsImmutableArray(row.Bytes(8))));

    public static (long Stream, PrivateRow Value) Private(NpgsqlDataReader row) => (row.Number(0), new PrivateRow(
        row.Number(1),
        row.Text(2),
        Convert.ToHexStringLower(row.Bytes(3)),
        row.IsDBNull(4) ? default : ImmutableCollectionsMarshal.AsImmutableArray(row.Bytes(4)),
        row.IsDBNull(5) ? null : Encoding.UTF8.GetString(row.Bytes(5))));

    public static void Append(PostgresBatch batch, long number, SealedFact next)
    {
        var (recorded, salts) = next;
        var fact = recorded.Fact;
        batch.Add("INSERT INTO facts (stream, sequence, kind, kind_version, happened_at, told_at, told_by, data, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .With(number).With(recorded.Sequence).With(fact.Kind).With(fact.Version)
            .With(Microseconds.Of(fact.HappenedAt)).With(Microseconds.Of(fact.ToldAt)).With(fact.By).With(fact.Data)
            .With(Array(recorded.Hash));
        foreach (var (name, value) in fact.Private)
        {
            batch.Add("INSERT INTO private_values (stream, sequence, name, digest, salt, value) VALUES ($1, $2, $3, $4, $5, $6)")
                .With(number).With(recorded.Sequence).With(name).With(Convert.FromHexString(recorded.Digests[name]))
                .With(Array(salts[name])).With(Encoding.UTF8.GetBytes(value!));
        }
    }

    public static byte[] Array(ImmutableArray<byte> bytes) => ImmutableCollectionsMarshal.AsArray(bytes)!;
}
