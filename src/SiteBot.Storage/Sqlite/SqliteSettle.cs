using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>Recording what became of claimed messages, inside a transaction, and giving their recipients free again.</summary>
internal static class SqliteSettle
{
    private const string Report = """
        UPDATE outbox SET state = ?3, not_before = ?4, reason = ?5, reported_at = ?6
        WHERE key = ?1 AND holder = ?2 AND state IN (0, 1)
        RETURNING recipient, slot
        """;

    private const string PutBack = """
        UPDATE outbox SET state = ?3, not_before = ?4, attempts = attempts - 1
        WHERE key = ?1 AND holder = ?2 AND state IN (0, 1)
        RETURNING recipient, slot
        """;

    private const string Stand = """
        INSERT INTO posted (recipient, slot, conversation, activity) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (recipient, slot) DO UPDATE SET conversation = excluded.conversation, activity = excluded.activity
        """;

    private const string Free = """
        UPDATE mailboxes SET lease_until = 0
        WHERE recipient = ?1 AND holder = ?2 AND NOT EXISTS (SELECT 1 FROM outbox WHERE state = 1 AND recipient = ?1)
        """;

    /// <summary>Returns how many reports counted.</summary>
    public static int Of(SqliteSession session, string host, IReadOnlyList<DeliveryReport> reports)
    {
        var clock = session.Clock();
        var recipients = new HashSet<string>(StringComparer.Ordinal);
        var counted = 0;
        foreach (var report in reports)
        {
            if (Row(session, host, report, clock) is not { } row)
            {
                continue;
            }

            counted++;
            recipients.Add(row.Recipient);
            if (report is DeliveryReport.Sent { Posted: { } posted } && row.Slot is { } slot)
            {
                session[Stand].Bind(1, row.Recipient).Bind(2, slot).Bind(3, posted.Conversation).Bind(4, posted.Activity).Run();
            }
        }

        foreach (var recipient in recipients)
        {
            session[Free].Bind(1, recipient).Bind(2, host).Run();
        }

        return counted;
    }

    private static Settled? Row(SqliteSession session, string host, DeliveryReport report, long clock)
    {
        var (state, notBefore, reason) = StoredReport.Of(report, clock);
        var update = report is DeliveryReport.PutBack
            ? session[PutBack].Bind(1, report.Key).Bind(2, host).Bind(3, state).Bind(4, notBefore)
            : session[Report].Bind(1, report.Key).Bind(2, host).Bind(3, state).Bind(4, notBefore).Bind(5, reason).Bind(6, clock);
        return update.All(row => new Settled(row.Text(0), row.TextOrNull(1))).FirstOrDefault();
    }

    private sealed record Settled(string Recipient, string? Slot);
}
