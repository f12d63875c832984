using System.Collections.Immutable;
using Npgsql;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>The one writing verb, in two batches of one transaction: first everything that can refuse it, locked; then what it keeps, and its end.</summary>
/// <remarks>The turn's own row comes first: a second host with the same activity waits there for the first and then finds its outcome.
/// Streams are locked by name, so that two commits of the same streams wait for each other and never crosswise.</remarks>
internal static class PostgresCommit
{
    private static readonly CommitOutcome Kept = new CommitOutcome.Kept();

    public static async Task<CommitOutcome> Of(NpgsqlConnection connection, MachineClock clock, Commit commit)
    {
        var (refusal, heads) = await Claim(connection, clock, commit);
        if (refusal is not null)
        {
            await using var end = new PostgresBatch(connection).Add("ROLLBACK");
            await end.Run(CancellationToken.None);
            return refusal;
        }

        await using var batch = new PostgresBatch(connection);
        Keep(batch, clock, commit, heads);
        batch.Add("COMMIT");
        await batch.Run(CancellationToken.None);
        return Kept;
    }

    private static async Task<(CommitOutcome? Refusal, Dictionary<string, Head> Heads)> Claim(NpgsqlConnection connection, MachineClock clock, Commit commit)
    {
        var known = commit.Streams.Where(write => write.ExpectedVersion > 0).Select(write => write.Stream.Value).ToArray();
        var created = commit.Streams.Where(write => write.ExpectedVersion == 0).Select(write => write.Stream.Value).Order(StringComparer.Ordinal).ToArray();
        await using var batch = new PostgresBatch(connection);
        Ask(batch, clock, commit, known, created);

        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        await using var reader = await batch.Read(CancellationToken.None);
        if (commit.Turn is { } turn)
        {
            var isFirst = await reader.First(_ => true, CancellationToken.None);
            var answer = await reader.First(row => row.Text(0), CancellationToken.None);
            if (!isFirst)
            {
                return (new CommitOutcome.Repeated(new TurnOutcome(turn.Activity, answer!)), heads);
            }
        }

        if (known.Length > 0)
        {
            foreach (var (name, head) in await reader.All(row => (row.Text(1), new Head(row.Number(0), row.Number(2), ImmutableArray.Create(row.Bytes(3)))), CancellationToken.None))
            {
                heads[name] = head;
            }
        }

        foreach (var name in created)
        {
            if (await reader.First(row => (long?)row.Number(0), CancellationToken.None) is { } number)
            {
                heads[name] = new Head(number, 0, FactHash.Origin);
            }
        }

        foreach (var write in commit.Streams)
        {
            if (!heads.TryGetValue(write.Stream.Value, out var head) || head.Version != write.ExpectedVersion)
            {
                return (new CommitOutcome.Conflict(write.Stream.Value), heads);
            }
        }

        var dialogStands = commit.Dialog is null || await reader.First(_ => true, CancellationToken.None);
        return (dialogStands ? null : new CommitOutcome.Conflict(commit.Dialog!.Conversation), heads);
    }

    private static void Ask(PostgresBatch batch, MachineClock clock, Commit commit, string[] known, string[] created)
    {
        batch.Add("BEGIN");
        if (commit.Turn is { } turn)
        {
            var activity = StoredKey.Of(turn.Activity);
            batch.Add($"INSERT INTO turns (activity, answer, kept_at) VALUES ($1, $2, {PostgresDatabase.Now} + $3) ON CONFLICT (activity) DO NOTHING RETURNING number")
                .With(activity).With(turn.Answer).With(clock.Ahead);
            batch.Add("SELECT answer FROM turns WHERE activity = $1").With(activity);
        }

        if (known.Length > 0)
        {
            batch.Add("SELECT number, name, version, hash FROM streams WHERE name = ANY ($1) ORDER BY name FOR UPDATE").With(known);
        }

        foreach (var name in created)
        {
            batch.Add("INSERT INTO streams (name, version, hash) VALUES ($1, 0, '') ON CONFLICT (name) DO NOTHING RETURNING number").With(name);
        }

        if (commit.Dialog is { } dialog)
        {
            batch.Add(dialog.ExpectedVersion == 0
                    ? $"INSERT INTO dialogs (conversation, version, state, kept_at) VALUES ($1, $2 + 1, $3, {PostgresDatabase.Now} + $4) ON CONFLICT (conversation) DO NOTHING RETURNING version"
                    : $"UPDATE dialogs SET version = $2 + 1, state = $3, kept_at = {PostgresDatabase.Now} + $4 WHERE conversation = $1 AND version = $2 RETURNING version")
                .With(StoredKey.Of(dialog.Conversation)).With(dialog.ExpectedVersion).With(dialog.Json).With(clock.Ahead);
        }
    }

    private static void Keep(PostgresBatch batch, MachineClock clock, Commit commit, Dictionary<string, Head> heads)
    {
        // Before any message: whoever holds a mailbox may wait for a message, so nobody may wait the other way round.
        PostgresOutgoing.Mailboxes(batch, commit);
        foreach (var write in commit.Streams)
        {
            Append(batch, write, heads[write.Stream.Value]);
        }

        foreach (var decision in commit.Decisions)
        {
            batch.Add("INSERT INTO decisions (id, stream, at, record) VALUES ($1, $2, $3, $4)")
                .With(decision.Id).With(decision.Stream.Value).With(Microseconds.Of(decision.At)).With(decision.Json);
        }

        foreach (var text in commit.Texts.OrderBy(text => text.Hash, StringComparer.Ordinal))
        {
            batch.Add("INSERT INTO texts (hash, content) VALUES ($1, $2) ON CONFLICT DO NOTHING").With(text.Hash).With(text.Content);
        }

        PostgresOutgoing.Add(batch, commit.Outgoing);
        foreach (var plan in commit.Plans)
        {
            PostgresOutgoing.Replace(batch, plan);
        }

        foreach (var address in commit.Addresses.OrderBy(address => address.To.Value, StringComparer.Ordinal))
        {
            PostgresAddressBook.Learn(batch, address);
        }
    }

    private static void Append(PostgresBatch batch, StreamWrite write, Head head)
    {
        var hash = head.Hash;
        var sequence = head.Version;
        foreach (var fact in write.Facts)
        {
            var next = SealedFact.Of(write.Stream, ++sequence, hash.AsSpan(), fact);
            PostgresFacts.Append(batch, head.Number, next);
            hash = next.Recorded.Hash;
        }

        batch.Add("UPDATE streams SET version = $2, hash = $3 WHERE number = $1").With(head.Number).With(sequence).With(PostgresFacts.Array(hash));
        if (write.Snapshot is { } snapshot)
        {
            batch.Add("INSERT INTO snapshots (stream, version, shape, state) VALUES ($1, $2, $3, $4) ON CONFLICT (stream) DO UPDATE SET version = excluded.version, shape = excluded.shape, state = excluded.state")
                .With(head.Number).With(snapshot.Version).With(snapshot.Shape).With(snapshot.Json);
        }

        string[] labels = [.. write.Labels];
        batch.Add("DELETE FROM labels WHERE stream = $1 AND label <> ALL ($2)").With(head.Number).With(labels);
        batch.Add("INSERT INTO labels (label, stream) SELECT unnest($2), $1 ON CONFLICT DO NOTHING").With(head.Number).With(labels);
    }

    private readonly record struct Head(long Number, long Version, ImmutableArray<byte> Hash);
}
