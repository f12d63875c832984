using System.Collections.Immutable;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The one writing verb, inside a transaction: first everything that can refuse it, then what it keeps.</summary>
internal static class SqliteCommit
{
    private static readonly CommitOutcome Kept = new CommitOutcome.Kept();

    public static CommitOutcome Of(SqliteSession session, Commit commit)
    {
        if (commit.Turn is { } turn && SqliteLedgerRead.Repeated(session, turn.Activity) is { } repeated)
        {
            return new CommitOutcome.Repeated(repeated);
        }

        var heads = new Head[commit.Streams.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var write = commit.Streams[i];
            heads[i] = session["SELECT number, version, hash FROM streams WHERE name = ?1"].Bind(1, write.Stream.Value).First(Head.Read);
            if (heads[i].Version != write.ExpectedVersion)
            {
                return new CommitOutcome.Conflict(write.Stream.Value);
            }
        }

        if (commit.Dialog is { } dialog && DialogVersion(session, dialog.Conversation) != dialog.ExpectedVersion)
        {
            return new CommitOutcome.Conflict(dialog.Conversation);
        }

        Keep(session, commit, heads);
        return Kept;
    }

    private static void Keep(SqliteSession session, Commit commit, Head[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            Append(session, commit.Streams[i], heads[i]);
        }

        foreach (var decision in commit.Decisions)
        {
            session["INSERT INTO decisions (id, stream, at, record) VALUES (?1, ?2, ?3, ?4)"]
                .Bind(1, decision.Id).Bind(2, decision.Stream.Value).Bind(3, Microseconds.Of(decision.At)).Bind(4, decision.Json).Run();
        }

        foreach (var text in commit.Texts)
        {
            session["INSERT INTO texts (hash, content) VALUES (?1, ?2) ON CONFLICT DO NOTHING"].Bind(1, text.Hash).Bind(2, text.Content).Run();
        }

        if (commit.Dialog is { } dialog)
        {
            session["INSERT INTO dialogs (conversation, version, state, kept_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (conversation) DO UPDATE SET version = excluded.version, state = excluded.state, kept_at = excluded.kept_at"]
                .Bind(1, StoredKey.Of(dialog.Conversation)).Bind(2, dialog.ExpectedVersion + 1).Bind(3, dialog.Json).Bind(4, session.Clock()).Run();
        }

        foreach (var message in commit.Outgoing)
        {
            SqliteOutgoing.Add(session, message);
        }

        foreach (var plan in commit.Plans)
        {
            SqliteOutgoing.Replace(session, plan);
        }

        foreach (var address in commit.Addresses)
        {
            SqliteAddressBook.Learn(session, address);
        }

        if (commit.Turn is { } turn)
        {
            session["INSERT INTO turns (activity, answer, kept_at) VALUES (?1, ?2, ?3)"]
                .Bind(1, StoredKey.Of(turn.Activity)).Bind(2, turn.Answer).Bind(3, session.Clock()).Run();
        }
    }

    private static void Append(SqliteSession session, StreamWrite write, Head head)
    {
        var number = head.Version > 0
            ? head.Number
            : session["INSERT INTO streams (name, version, hash) VALUES (?1, 0, x'') RETURNING number"].Bind(1, write.Stream.Value).First(row => row.Number(0));
        var hash = head.Version > 0 ? head.Hash : FactHash.Origin;
        var sequence = head.Version;
        foreach (var fact in write.Facts)
        {
            var next = SealedFact.Of(write.Stream, ++sequence, hash.AsSpan(), fact);
            SqliteFacts.Append(session, number, next);
            hash = next.Recorded.Hash;
        }

        session["UPDATE streams SET version = ?2, hash = ?3 WHERE number = ?1"].Bind(1, number).Bind(2, sequence).Bind(3, hash.AsSpan()).Run();
        if (write.Snapshot is { } snapshot)
        {
            session["INSERT INTO snapshots (stream, version, shape, state) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (stream) DO UPDATE SET version = excluded.version, shape = excluded.shape, state = excluded.state"]
                .Bind(1, number).Bind(2, snapshot.Version).Bind(3, snapshot.Shape).Bind(4, snapshot.Json).Run();
        }

        Label(session, number, write.Labels);
    }

    private static void Label(SqliteSession session, long number, ImmutableArray<string> labels)
    {
        var before = session["SELECT label FROM labels WHERE stream = ?1"].Bind(1, number).All(row => row.Text(0));
        foreach (var gone in before.Except(labels, StringComparer.Ordinal))
        {
            session["DELETE FROM labels WHERE label = ?1 AND stream = ?2"].Bind(1, gone).Bind(2, number).Run();
        }

        foreach (var added in labels.Except(before, StringComparer.Ordinal))
        {
            session["INSERT INTO labels (label, stream) VALUES (?1, ?2)"].Bind(1, added).Bind(2, number).Run();
        }
    }

    private static long DialogVersion(SqliteSession session, string conversation) =>
        session["SELECT version FROM dialogs WHERE conversation = ?1"].Bind(1, StoredKey.Of(conversation)).First(row => row.Number(0));

    private readonly record struct Head(long Number, long Version, ImmutableArray<byte> Hash)
    {
        public static Head Read(SqliteStatement row) => new(row.Number(0), row.Number(1), ImmutableArray.Create(row.Bytes(2)));
    }
}
