using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Sqlite;

/// <summary>Messages on their way into the outbox, in the transaction that changed the facts.</summary>
internal static class SqliteOutgoing
{
    private const string Columns = """
        INSERT INTO outbox (key, recipient, urgency, due_at, kind, about, data, slot, planned_by)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE NOT EXISTS (SELECT 1 FROM spent_keys WHERE key = ?1)
        ON CONFLICT (key) DO
        """;

    // What is on its way or done stays as it is; what waits takes the new words and is tried as they say.
    private const string TakeNewWords = """
         UPDATE SET recipient = excluded.recipient, urgency = excluded.urgency, due_at = excluded.due_at, kind = excluded.kind,
            about = excluded.about, data = excluded.data, slot = excluded.slot, state = 0, not_before = 0
        WHERE planned_by = excluded.planned_by AND state IN (0, 2)
            AND (recipient, urgency, due_at, kind, about, data, slot) IS NOT (excluded.recipient, excluded.urgency, excluded.due_at, excluded.kind, excluded.about, excluded.data, excluded.slot)
        """;

    /// <summary>Adds a message; one whose key is known already is left out.</summary>
    public static void Add(SqliteSession session, OutgoingMessage message) => Insert(session, Columns + " NOTHING", message, plannedBy: null);

    /// <summary>Makes <paramref name="plan"/> all that its stream owes, save what a host is delivering at this moment.</summary>
    public static void Replace(SqliteSession session, PlanWrite plan)
    {
        var wanted = plan.Messages.Select(message => message.Key).ToHashSet(StringComparer.Ordinal);
        var waiting = session["SELECT number, key FROM outbox WHERE planned_by = ?1 AND state < 3 AND state <> 1"].Bind(1, plan.Stream.Value)
            .All(row => (Number: row.Number(0), Key: row.Text(1)));
        foreach (var (number, key) in waiting)
        {
            if (!wanted.Contains(key))
            {
                session["DELETE FROM outbox WHERE number = ?1"].Bind(1, number).Run();
            }
        }

        foreach (var message in plan.Messages)
        {
            Insert(session, Columns + TakeNewWords, message, plan.Stream.Value);
        }
    }

    private static void Insert(SqliteSession session, string sql, OutgoingMessage message, string? plannedBy)
    {
        session[sql]
            .Bind(1, message.Key).Bind(2, message.To.Value).Bind(3, (long)message.Urgency).Bind(4, Microseconds.Of(message.DueAt)).Bind(5, message.Kind)
            .Bind(6, message.About.Value).Bind(7, message.Data).Bind(8, message.Slot).Bind(9, plannedBy).Run();
        session["INSERT INTO mailboxes (recipient) VALUES (?1) ON CONFLICT DO NOTHING"].Bind(1, message.To.Value).Run();
    }
}
