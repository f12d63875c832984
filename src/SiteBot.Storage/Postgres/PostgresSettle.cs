using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>Recording what became of claimed messages, under their mailboxes' locks, and giving their recipients free again.</summary>
internal static class PostgresSettle
{
    private const string LockMailboxes = "SELECT FROM mailboxes WHERE recipient IN (SELECT recipient FROM outbox WHERE key = ANY ($1)) ORDER BY recipient FOR UPDATE";
    private const string NotBefore = $"CASE WHEN $4 = 0 THEN 0 ELSE {PostgresDatabase.Now} + $4 + $5 END";

    private const string Report = $"""
        WITH told AS (
            UPDATE outbox SET state = $3, not_before = {NotBefore}, reason = $6, reported_at = {PostgresDatabase.Now} + $5
            WHERE key = $1 AND holder = $2 AND state IN (0, 1)
            RETURNING recipient, slot)
        INSERT INTO posted (recipient, slot, conversation, activity)
        SELECT recipient, slot, $7, $8 FROM told WHERE slot IS NOT NULL AND $8 IS NOT NULL
        ON CONFLICT (recipient, slot) DO UPDATE SET conversation = excluded.conversation, activity = excluded.activity
        """;

    private const string PutBack = $"UPDATE outbox SET state = $3, not_before = {NotBefore}, attempts = attempts - 1 WHERE key = $1 AND holder = $2 AND state IN (0, 1)";

    private const string Free = """
        UPDATE mailboxes m SET lease_until = 0
        WHERE m.recipient IN (SELECT recipient FROM outbox WHERE key = ANY ($1)) AND m.holder = $2
            AND NOT EXISTS (SELECT FROM outbox o WHERE o.state = 1 AND o.recipient = m.recipient)
        """;

    public static void Of(PostgresBatch batch, MachineClock clock, string host, IReadOnlyList<DeliveryReport> reports)
    {
        string[] keys = [.. reports.Select(report => report.Key)];
        batch.Add("BEGIN").Add(LockMailboxes).With(keys);
        foreach (var report in reports)
        {
            // With a clock of zero the moment is a length of time, to which the database adds its own clock.
            var (state, after, reason) = StoredReport.Of(report, clock: 0);
            if (report is DeliveryReport.PutBack)
            {
                batch.Add(PutBack).With(report.Key).With(host).With(state).With(after).With(clock.Ahead);
            }
            else
            {
                var posted = (report as DeliveryReport.Sent)?.Posted;
                batch.Add(Report).With(report.Key).With(host).With(state).With(after).With(clock.Ahead).With(reason).With(posted?.Conversation).With(posted?.Activity);
            }
        }

        batch.Add(Free).With(keys).With(host).Add("COMMIT");
    }
}
