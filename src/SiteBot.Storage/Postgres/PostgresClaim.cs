using NodaTime;
using Npgsql;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>Claiming: wake what a dead host held and what has rested long enough, lock the mailboxes of the first that are due and that nobody else is at,
/// then take their messages as they stand under that lock.</summary>
/// <remarks>Whoever changes how far a message is holds its recipient's mailbox; so what a claim sees after it has the mailboxes is what it takes.</remarks>
internal static class PostgresClaim
{
    private const string EndLeases = $"""
        WITH ended AS (
            SELECT recipient FROM mailboxes WHERE lease_until > 0 AND lease_until <= {PostgresDatabase.Now} + $1 FOR UPDATE SKIP LOCKED),
        woken AS (
            UPDATE outbox SET state = 0 WHERE state = 1 AND recipient IN (SELECT recipient FROM ended))
        UPDATE mailboxes SET lease_until = 0 WHERE recipient IN (SELECT recipient FROM ended)
        """;

    private const string WakeResting = $"""
        UPDATE outbox SET state = 0, not_before = 0
        WHERE number IN (SELECT number FROM outbox WHERE state = 2 AND not_before <= {PostgresDatabase.Now} + $1 FOR UPDATE SKIP LOCKED)
        """;

    private const string IsNext = """
        o.state = 0 AND o.due_at <= $1
            AND NOT EXISTS (
                SELECT FROM outbox r WHERE r.state = 2 AND r.recipient = o.recipient
                    AND (r.urgency, r.due_at, r.number) < (o.urgency, o.due_at, o.number))
        """;

    private const string FreeUrgent = $"SELECT m.recipient FROM outbox o JOIN mailboxes m ON m.recipient = o.recipient WHERE o.urgency = 0 AND m.lease_until = 0 AND {IsNext} ORDER BY o.due_at, o.number LIMIT $2 FOR UPDATE OF m SKIP LOCKED";
    private const string FreeRoutine = $"SELECT m.recipient FROM outbox o JOIN mailboxes m ON m.recipient = o.recipient WHERE o.urgency = 1 AND m.lease_until = 0 AND {IsNext} ORDER BY o.due_at, o.number LIMIT $2 FOR UPDATE OF m SKIP LOCKED";

    private const string Take = $"""
        WITH urgent AS (
            SELECT o.number, o.urgency, o.due_at FROM outbox o WHERE o.urgency = 0 AND o.recipient = ANY ($3) AND {IsNext} ORDER BY o.due_at, o.number LIMIT $2 FOR UPDATE),
        routine AS (
            SELECT o.number, o.urgency, o.due_at FROM outbox o WHERE o.urgency = 1 AND o.recipient = ANY ($3) AND {IsNext} ORDER BY o.due_at, o.number LIMIT $2 FOR UPDATE),
        first AS (
            SELECT number FROM (SELECT * FROM urgent UNION ALL SELECT * FROM routine) due ORDER BY urgency, due_at, number LIMIT $2),
        taken AS (
            UPDATE outbox o SET state = 1, holder = $4, attempts = o.attempts + 1 FROM first WHERE o.number = first.number
            RETURNING o.key, o.recipient, o.urgency, o.due_at, o.kind, o.about, o.data, o.slot, o.attempts - 1 AS attempts, o.number)
        SELECT t.key, t.recipient, t.urgency, t.due_at, t.kind, t.about, t.data, t.slot, t.attempts, p.conversation, p.activity
        FROM taken t LEFT JOIN posted p ON p.recipient = t.recipient AND p.slot = t.slot
        ORDER BY t.urgency, t.due_at, t.number
        """;

    // A lease of no length ends at once, yet it is one.
    private const string Lease = $"""
        UPDATE mailboxes m SET holder = $2, lease_until = {PostgresDatabase.Now} + $3 + $4
        WHERE m.recipient = ANY ($1) AND EXISTS (SELECT FROM outbox o WHERE o.state = 1 AND o.recipient = m.recipient)
        """;

    public static async Task<IReadOnlyList<ClaimedMessage>> Of(
        NpgsqlConnection connection, MachineClock clock, Instant now, string host, Duration lease, int limit, CancellationToken cancellation)
    {
        var free = await Free(connection, clock, now, limit, cancellation);
        await using var batch = new PostgresBatch(connection);
        if (free.Length == 0)
        {
            await batch.Add("COMMIT").Run(cancellation);
            return [];
        }

        batch.Add(Take).With(Microseconds.Of(now)).With(limit).With(free).With(host)
            .Add(Lease).With(free).With(host).With(clock.Ahead).With(Math.Max(0, (long)(lease.TotalNanoseconds / 1000)))
            .Add("COMMIT");
        await using var reader = await batch.Read(cancellation);
        return await reader.All(
            row => new ClaimedMessage(Message(row), (int)row.Number(8), row.IsDBNull(9) ? null : new Posted(row.Text(9), row.Text(10))), cancellation);
    }

    /// <summary>A message from the first eight columns.</summary>
    public static OutgoingMessage Message(NpgsqlDataReader row) => new(
        row.Text(0),
        new Recipient(row.Text(1)),
        (Urgency)row.Number(2),
        Microseconds.ToInstant(row.Number(3)),
        row.Text(4),
        new StreamId(row.Text(5)),
        row.Text(6),
        row.TextOrNull(7));

    // Waking ends before locking begins, so that two claims that woke each other's messages do not wait crosswise.
    private static async Task<string[]> Free(NpgsqlConnection connection, MachineClock clock, Instant now, int limit, CancellationToken cancellation)
    {
        await using var batch = new PostgresBatch(connection);
        batch.Add("BEGIN").Add(EndLeases).With(clock.Ahead).Add(WakeResting).With(clock.Ahead).Add("COMMIT")
            .Add("BEGIN")
            .Add(FreeUrgent).With(Microseconds.Of(now)).With(limit)
            .Add(FreeRoutine).With(Microseconds.Of(now)).With(limit);
        await using var reader = await batch.Read(cancellation);
        var urgent = await reader.All(row => row.Text(0), cancellation);
        return [.. urgent.Concat(await reader.All(row => row.Text(0), cancellation)).Distinct(StringComparer.Ordinal)];
    }
}
