using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>Claiming, inside a transaction: wake what a dead host held and what has rested long enough, then take the first that are due.</summary>
internal static class SqliteClaim
{
    private const string WakeHeld = "UPDATE outbox SET state = 0 WHERE state = 1 AND recipient IN (SELECT recipient FROM mailboxes WHERE lease_until > 0 AND lease_until <= ?1)";
    private const string EndLeases = "UPDATE mailboxes SET lease_until = 0 WHERE lease_until > 0 AND lease_until <= ?1";
    private const string WakeResting = "UPDATE outbox SET state = 0, not_before = 0 WHERE state = 2 AND not_before <= ?1";

    private const string Due = """
        SELECT o.key, o.recipient, o.urgency, o.due_at, o.kind, o.about, o.data, o.slot, o.attempts, p.conversation, p.activity, o.number
        FROM outbox o
        CROSS JOIN mailboxes m ON m.recipient = o.recipient
        LEFT JOIN posted p ON p.recipient = o.recipient AND p.slot = o.slot
        WHERE o.state = 0 AND o.urgency = ?1 AND o.due_at <= ?2 AND m.lease_until = 0
            AND NOT EXISTS (
                SELECT 1 FROM outbox r WHERE r.state = 2 AND r.recipient = o.recipient
                    AND (r.urgency, r.due_at, r.number) < (o.urgency, o.due_at, o.number))
        ORDER BY o.due_at, o.number LIMIT ?3
        """;

    public static IReadOnlyList<ClaimedMessage> Of(SqliteSession session, Instant now, string host, Duration lease, int limit)
    {
        var clock = session.Clock();
        session[WakeHeld].Bind(1, clock).Run();
        session[EndLeases].Bind(1, clock).Run();
        session[WakeResting].Bind(1, clock).Run();
        var claimed = Rows(session, Urgency.Urgent, now, limit);
        claimed.AddRange(Rows(session, Urgency.Routine, now, limit - claimed.Count));

        // A lease of no length ends at once, yet it is one.
        var until = clock + Math.Max(0, (long)(lease.TotalNanoseconds / 1000));
        foreach (var row in claimed)
        {
            session["UPDATE outbox SET state = 1, holder = ?2, attempts = attempts + 1 WHERE number = ?1"].Bind(1, row.Number).Bind(2, host).Run();
        }

        foreach (var recipient in claimed.Select(row => row.Claimed.Message.To.Value).Distinct(StringComparer.Ordinal))
        {
            session["UPDATE mailboxes SET holder = ?2, lease_until = ?3 WHERE recipient = ?1"].Bind(1, recipient).Bind(2, host).Bind(3, until).Run();
        }

        return [.. claimed.Select(row => row.Claimed)];
    }

    /// <summary>A message from its eight columns, from <paramref name="first"/> on.</summary>
    public static OutgoingMessage Message(SqliteStatement row, int first) => new(
        row.Text(first),
        new Recipient(row.Text(first + 1)),
        (Urgency)row.Number(first + 2),
        Microseconds.ToInstant(row.Number(first + 3)),
        row.Text(first + 4),
        new StreamId(row.Text(first + 5)),
        row.Text(first + 6),
        row.TextOrNull(first + 7));

    private static List<Row> Rows(SqliteSession session, Urgency urgency, Instant now, int limit) => limit <= 0 ? [] :
        session[Due].Bind(1, (long)urgency).Bind(2, Microseconds.Of(now)).Bind(3, limit).All(row => new Row(
            row.Number(11),
            new ClaimedMessage(Message(row, 0), (int)row.Number(8), row.IsNull(9) ? null : new Posted(row.Text(9), row.Text(10)))));

    private readonly record struct Row(long Number, ClaimedMessage Claimed);
}
