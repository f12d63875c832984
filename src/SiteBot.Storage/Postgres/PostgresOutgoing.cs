using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage.Postgres;

/// <summary>Messages on their way into the outbox, in the transaction that changed the facts.</summary>
internal static class PostgresOutgoing
{
    private const string Insert = """
        INSERT INTO outbox (key, recipient, urgency, due_at, kind, about, data, slot, planned_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (key) DO
        """;

    private const string LeaveOut = Insert + " NOTHING";

    // What is on its way or done stays as it is; what waits takes the new words and is tried as they say.
    private const string TakeNewWords = Insert + """
         UPDATE SET recipient = excluded.recipient, urgency = excluded.urgency, due_at = excluded.due_at, kind = excluded.kind,
            about = excluded.about, data = excluded.data, slot = excluded.slot, state = 0, not_before = 0
        WHERE outbox.planned_by = excluded.planned_by AND outbox.state IN (0, 2)
            AND (outbox.recipient, outbox.urgency, outbox.due_at, outbox.kind, outbox.about, outbox.data, outbox.slot)
                IS DISTINCT FROM (excluded.recipient, excluded.urgency, excluded.due_at, excluded.kind, excluded.about, excluded.data, excluded.slot)
        """;

    // After the inserts, as a statement of its own: it also sees keys that were cleared away while an insert waited for that.
    private const string LeaveOutSpent = "DELETE FROM outbox o USING spent_keys s WHERE o.key = s.key AND s.key = ANY ($1)";

    // In the order in which a claim takes them.
    private const string LockWaiting = "SELECT FROM outbox WHERE planned_by = $1 AND state IN (0, 2) ORDER BY urgency, due_at, number FOR UPDATE";

    private const string TakeBack = "DELETE FROM outbox WHERE planned_by = $1 AND state IN (0, 2) AND key <> ALL ($2)";

    /// <summary>Sees that each recipient has a mailbox.</summary>
    public static void Mailboxes(PostgresBatch batch, Commit commit)
    {
        string[] recipients = [.. commit.Outgoing.Concat(commit.Plans.SelectMany(plan => plan.Messages)).Select(message => message.To.Value).Distinct().Order(StringComparer.Ordinal)];
        if (recipients.Length > 0)
        {
            batch.Add("INSERT INTO mailboxes (recipient) SELECT r FROM unnest($1) r WHERE NOT EXISTS (SELECT FROM mailboxes m WHERE m.recipient = r) ON CONFLICT DO NOTHING")
                .With(recipients);
        }
    }

    /// <summary>Adds messages; those whose key is known already are left out.</summary>
    public static void Add(PostgresBatch batch, IReadOnlyCollection<OutgoingMessage> messages)
    {
        foreach (var message in messages)
        {
            Write(batch.Add(LeaveOut), message, plannedBy: null);
        }

        Spent(batch, messages);
    }

    /// <summary>Makes <paramref name="plan"/> all that its stream owes, save what a host is delivering at this moment.</summary>
    public static void Replace(PostgresBatch batch, PlanWrite plan)
    {
        batch.Add(LockWaiting).With(plan.Stream.Value);
        batch.Add(TakeBack).With(plan.Stream.Value).With([.. plan.Messages.Select(message => message.Key)]);
        foreach (var message in plan.Messages)
        {
            Write(batch.Add(TakeNewWords), message, plan.Stream.Value);
        }

        Spent(batch, plan.Messages);
    }

    private static void Spent(PostgresBatch batch, IReadOnlyCollection<OutgoingMessage> messages)
    {
        if (messages.Count > 0)
        {
            batch.Add(LeaveOutSpent).With([.. messages.Select(message => message.Key)]);
        }
    }

    private static void Write(PostgresBatch batch, OutgoingMessage message, string? plannedBy) => batch
        .With(message.Key).With(message.To.Value).With((long)message.Urgency).With(Microseconds.Of(message.DueAt)).With(message.Kind)
        .With(message.About.Value).With(message.Data).With(message.Slot).With(plannedBy);
}
