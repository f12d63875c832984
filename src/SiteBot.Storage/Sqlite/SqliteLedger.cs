using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Storage.Sqlite;

/// <summary>The ledger over one SQLite file.</summary>
internal sealed class SqliteLedger(SqliteWriter writer, SqliteReaders readers, SqliteBell bell) : ILedger
{
    private static readonly CommitOutcome Kept = new CommitOutcome.Kept();
    private readonly KnownTexts _texts = new();

    public ValueTask<LedgerView> Read(LedgerQuery query, CancellationToken cancellation) =>
        new(readers.Read(session => session.Snapshot(reading => SqliteLedgerRead.Of(reading, query)), cancellation));

    public async ValueTask<CommitOutcome> Commit(Commit asked)
    {
        var commit = _texts.Without(asked);
        CommitCheck.Check(commit);
        if (commit.IsNothing)
        {
            return Kept;
        }

        var outcome = await writer.Write(session => SqliteCommit.Of(session, commit));
        if (outcome is not CommitOutcome.Kept)
        {
            return outcome;
        }

        _texts.Acknowledged(commit);
        if (!commit.Outgoing.IsEmpty || !commit.Plans.IsEmpty)
        {
            bell.Ring();
        }

        return outcome;
    }

    public ValueTask<DecisionWrite?> Decision(string id, CancellationToken cancellation) =>
        new(readers.Read(
            session => session["SELECT id, stream, at, record FROM decisions WHERE id = ?1"].Bind(1, id).First(Decision),
            cancellation));

    public ValueTask<IReadOnlyList<DecisionWrite>> Decisions(StreamId stream, int limit, CancellationToken cancellation) =>
        new(readers.Read<IReadOnlyList<DecisionWrite>>(
            session => session["SELECT id, stream, at, record FROM decisions WHERE stream = ?1 ORDER BY number DESC LIMIT ?2"]
                .Bind(1, stream.Value).Bind(2, limit).All(Decision),
            cancellation));

    public ValueTask<string?> Text(string hash, CancellationToken cancellation) =>
        new(readers.Read(session => session["SELECT content FROM texts WHERE hash = ?1"].Bind(1, hash).First(row => row.Text(0)), cancellation));

    private static DecisionWrite Decision(SqliteStatement row) =>
        new(row.Text(0), new StreamId(row.Text(1)), Microseconds.ToInstant(row.Number(2)), row.Text(3));
}
