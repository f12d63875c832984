using System.Collections.Immutable;
using System.Text;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>Facts with their private values, in and out of their two tables.</summary>
internal static class SqliteFacts
{
    private const string Rows = "SELECT sequence, kind, kind_version, happened_at, told_at, told_by, data, hash FROM facts WHERE stream = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3";
    private const string PrivateRows = "SELECT sequence, name, digest, salt, value FROM private_values WHERE stream = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence, name";

    /// <summary>The facts after <paramref name="after"/>, at most <paramref name="limit"/>, in order.</summary>
    public static List<SealedFact> After(SqliteSession session, long number, StreamId stream, long after, int limit)
    {
        var facts = session[Rows].Bind(1, number).Bind(2, after).Bind(3, limit).All(row => PrivateRow.Bare(
            stream,
            row.Number(0),
            new Fact(row.Text(1), (int)row.Number(2), Microseconds.ToInstant(row.Number(3)), Microseconds.ToInstant(row.Number(4)), row.TextOrNull(5), row.Text(6), Fact.NothingPrivate),
            ImmutableArray.Create(row.Bytes(7))));
        if (facts.Count == 0)
        {
            return [];
        }

        var values = session[PrivateRows].Bind(1, number).Bind(2, after).Bind(3, facts[^1].Sequence).All(row => new PrivateRow(
            row.Number(0),
            row.Text(1),
            Convert.ToHexStringLower(row.Bytes(2)),
            row.IsNull(3) ? default : ImmutableArray.Create(row.Bytes(3)),
            row.IsNull(4) ? null : Encoding.UTF8.GetString(row.Bytes(4))));
        return PrivateRow.Join(facts, values);
    }

    public static void Append(SqliteSession session, long number, SealedFact next)
    {
        var (recorded, salts) = next;
        var fact = recorded.Fact;
        session["INSERT INTO facts (stream, sequence, kind, kind_version, happened_at, told_at, told_by, data, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"]
            .Bind(1, number).Bind(2, recorded.Sequence).Bind(3, fact.Kind).Bind(4, fact.Version)
            .Bind(5, Microseconds.Of(fact.HappenedAt)).Bind(6, Microseconds.Of(fact.ToldAt)).Bind(7, fact.By).Bind(8, fact.Data)
            .Bind(9, recorded.Hash.AsSpan()).Run();
        foreach (var (name, value) in fact.Private)
        {
            session["INSERT INTO private_values (stream, sequence, name, digest, salt, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"]
                .Bind(1, number).Bind(2, recorded.Sequence).Bind(3, name).Bind(4, Convert.FromHexString(recorded.Digests[name]))
                .Bind(5, salts[name].AsSpan()).Bind(6, Encoding.UTF8.GetBytes(value!)).Run();
        }
    }
}
