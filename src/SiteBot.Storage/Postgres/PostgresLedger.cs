using Npgsql;
using SiteBot.Ledger;

namespace SiteBot.Storage.Postgres;

/// <summary>The ledger over PostgreSQL.</summary>
internal sealed class PostgresLedger(PostgresDatabase database, PostgresBell bell) : ILedger
{
    private static readonly CommitOutcome Kept = new CommitOutcome.Kept();
    private readonly KnownTexts _texts = new();

    public ValueTask<LedgerView> Read(LedgerQuery query, CancellationToken cancellation) => new(PostgresLedgerRead.Of(database, query, cancellation));

    public async ValueTask<CommitOutcome> Commit(Commit asked)
    {
        var commit = _texts.Without(asked);
        CommitCheck.Check(commit);
        if (commit.IsNothing)
        {
            return Kept;
        }

        var outcome = await database.Do((connection, _) => PostgresCommit.Of(connection, database.Clock, commit), CancellationToken.None);
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

    public ValueTask<DecisionWrite?> Decision(string id, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT id, stream, at, record FROM decisions WHERE id = $1").With(id),
        (reader, token) => reader.First(Decision, token),
        cancellation));

    public async ValueTask<IReadOnlyList<DecisionWrite>> Decisions(StreamId stream, int limit, CancellationToken cancellation) => await database.Ask(
        batch => batch.Add("SELECT id, stream, at, record FROM decisions WHERE stream = $1 ORDER BY number DESC LIMIT $2").With(stream.Value).With(limit),
        (reader, token) => reader.All(Decision, token),
        cancellation);

    public ValueTask<string?> Text(string hash, CancellationToken cancellation) => new(database.Ask(
        batch => batch.Add("SELECT content FROM texts WHERE hash = $1").With(hash),
        (reader, token) => reader.First(row => row.Text(0), token),
        cancellation));

    private static DecisionWrite Decision(NpgsqlDataReader row) =>
        new(row.Text(0), new StreamId(row.Text(1)), Microseconds.ToInstant(row.Number(2)), row.Text(3));
}
