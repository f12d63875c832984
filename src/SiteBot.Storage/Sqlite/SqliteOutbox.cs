using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>The outbox over one SQLite file.</summary>
internal sealed class SqliteOutbox(SqliteWriter writer, SqliteReaders readers, SqliteBell bell) : IOutbox
{
    public async ValueTask<IReadOnlyList<ClaimedMessage>> Claim(Instant now, string host, Duration lease, int limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await writer.Write(session => SqliteClaim.Of(session, now, host, lease, limit));
    }

    public async ValueTask Settle(string host, IReadOnlyList<DeliveryReport> reports, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (reports.Count > 0)
        {
            await writer.Write(session => SqliteSettle.Of(session, host, reports));
        }
    }

    public ValueTask<Instant?> NextDue(Instant after, CancellationToken cancellation) => new(readers.Read<Instant?>(
        session =>
        {
            var next = Math.Min(
                Math.Min(Earliest(session, "SELECT min(due_at) FROM outbox WHERE state = 0 AND urgency = 0 AND due_at > ?1", after),
                    Earliest(session, "SELECT min(due_at) FROM outbox WHERE state = 0 AND urgency = 1 AND due_at > ?1", after)),
                Math.Min(Earliest(session, "SELECT min(due_at) FROM outbox WHERE state = 1 AND due_at > ?1", after),
                    Earliest(session, "SELECT min(due_at) FROM outbox WHERE state = 2 AND due_at > ?1", after)));
            return next == long.MaxValue ? null : Microseconds.ToInstant(next);
        },
        cancellation));

    public ValueTask<OutboxLag> Lag(Instant now, CancellationToken cancellation) => new(readers.Read(
        session => session.Snapshot(reading =>
        {
            var until = Microseconds.Of(now);
            return new[]
            {
                Count(reading["SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 0 AND urgency = 0 AND due_at <= ?1"], until),
                Count(reading["SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 0 AND urgency = 1 AND due_at <= ?1"], until),
                Count(reading["SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 1 AND due_at <= ?1"], until),
                Count(reading["SELECT count(*), count(*) - count(reported_at), min(due_at) FROM outbox WHERE state = 2 AND due_at <= ?1"], until),
            }.Aggregate(Sum);
        }),
        cancellation));

    public ValueTask<IReadOnlyList<OutboxEntry>> List(DeliveryState state, int limit, CancellationToken cancellation)
    {
        const string Entries = "SELECT key, recipient, urgency, due_at, kind, about, data, slot, state, attempts, reason FROM outbox WHERE ";
        return new(readers.Read<IReadOnlyList<OutboxEntry>>(
            session => session[state switch
                {
                    DeliveryState.Waiting => Entries + "state < 3 ORDER BY number LIMIT ?1",
                    DeliveryState.Sent => Entries + "state = 3 ORDER BY number LIMIT ?1",
                    DeliveryState.GivenUp => Entries + "state = 4 ORDER BY number LIMIT ?1",
                    _ => Entries + "state = 5 ORDER BY number LIMIT ?1",
                }]
                .Bind(1, limit)
                .All(row => new OutboxEntry(SqliteClaim.Message(row, 0), StoredState.Read(row.Number(8)), (int)row.Number(9), row.TextOrNull(10))),
            cancellation));
    }

    public async ValueTask<bool> Requeue(string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var done = await writer.Write(session =>
            session["UPDATE outbox SET state = 0, attempts = 0, not_before = 0, reported_at = NULL WHERE key = ?1 AND state = 4"].Bind(1, key).Run() > 0);
        if (done)
        {
            bell.Ring();
        }

        return done;
    }

    private static long Earliest(SqliteSession session, string sql, Instant after) =>
        session[sql].Bind(1, Microseconds.Of(after)).First(row => row.IsNull(0) ? long.MaxValue : row.Number(0));

    private static OutboxLag Count(SqliteStatement statement, long until) => statement.Bind(1, until)
        .First(row => new OutboxLag((int)row.Number(0), (int)row.Number(1), row.IsNull(2) ? null : Microseconds.ToInstant(row.Number(2))))!;

    private static OutboxLag Sum(OutboxLag one, OutboxLag other) => new(
        one.Due + other.Due,
        one.Untried + other.Untried,
        one.OldestDue is not { } oldest || other.OldestDue < oldest ? other.OldestDue ?? one.OldestDue : oldest);
}
