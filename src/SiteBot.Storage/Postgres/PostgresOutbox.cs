using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>The outbox over PostgreSQL.</summary>
internal sealed class PostgresOutbox(PostgresDatabase database, PostgresBell bell) : IOutbox
{
    private const string Next = """
        SELECT least(
            (SELECT min(due_at) FROM outbox WHERE state = 0 AND urgency = 0 AND due_at > $1),
            (SELECT min(due_at) FROM outbox WHERE state = 0 AND urgency = 1 AND due_at > $1),
            (SELECT min(due_at) FROM outbox WHERE state = 1 AND due_at > $1),
            (SELECT min(due_at) FROM outbox WHERE state = 2 AND due_at > $1))
        """;

    private const string Behind = """
        SELECT coalesce(sum(due), 0)::bigint, coalesce(sum(untried), 0)::bigint, min(oldest) FROM (
            SELECT count(*) AS due, count(*) - count(reported_at) AS untried, min(due_at) AS oldest FROM outbox WHERE state = 0 AND urgency = 0 AND due_at <= $1
            UNION ALL
            SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 0 AND urgency = 1 AND due_at <= $1
            UNION ALL
            SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 1 AND due_at <= $1
            UNION ALL
            SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 2 AND due_at <= $1) parts
        """;

    private const string Entries = "SELECT key, recipient, urgency, due_at, kind, about, data, slot, state, attempts, reason FROM outbox WHERE ";

    public ValueTask<IReadOnlyList<ClaimedMessage>> Claim(Instant now, string host, Duration lease, int limit, CancellationToken cancellation) =>
        new(database.Do((connection, token) => PostgresClaim.Of(connection, database.Clock, now, host, lease, limit, token), cancellation));

    public async ValueTask Settle(string host, IReadOnlyList<DeliveryReport> reports, CancellationToken cancellation)
    {
        if (reports.Count > 0)
        {
            await database.Run(batch => PostgresSettle.Of(batch, database.Clock, host, reports), cancellation);
        }
    }

    public async ValueTask<Instant?> NextDue(Instant after, CancellationToken cancellation) => await database.Ask(
        batch => batch.Add(Next).With(Microseconds.Of(after)),
        (reader, token) => reader.First(row => row.IsDBNull(0) ? (Instant?)null : Microseconds.ToInstant(row.Number(0)), token),
        cancellation);

    public async ValueTask<OutboxLag> Lag(Instant now, CancellationToken cancellation) => (await database.Ask(
        batch => batch.Add(Behind).With(Microseconds.Of(now)),
        (reader, token) => reader.First(row => new OutboxLag((int)row.Number(0), (int)row.Number(1), row.IsDBNull(2) ? null : Microseconds.ToInstant(row.Number(2))), token),
        cancellation))!;

    public async ValueTask<IReadOnlyList<OutboxEntry>> List(DeliveryState state, int limit, CancellationToken cancellation) => await database.Ask(
        batch => batch.Add(state switch
            {
                DeliveryState.Waiting => Entries + "state < 3 ORDER BY number LIMIT $1",
                DeliveryState.Sent => Entries + "state = 3 ORDER BY number LIMIT $1",
                DeliveryState.GivenUp => Entries + "state = 4 ORDER BY number LIMIT $1",
                _ => Entries + "state = 5 ORDER BY number LIMIT $1",
            })
            .With(limit),
        (reader, token) => reader.All(row => new OutboxEntry(PostgresClaim.Message(row), StoredState.Read(row.Number(8)), (int)row.Number(9), row.TextOrNull(10)), token),
        cancellation);

    public async ValueTask<bool> Requeue(string key, CancellationToken cancellation)
    {
        var done = await database.Run(
            batch => batch.Add("UPDATE outbox SET state = 0, attempts = 0, not_before = 0, reported_at = NULL WHERE key = $1 AND state = 4").With(key), cancellation) > 0;
        if (done)
        {
            bell.Ring();
        }

        return done;
    }
}
