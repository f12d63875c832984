using System.Text.Json;
using SiteBot.Ledger;

namespace SiteBot.Host.Telemetry;

/// <summary>The ledger, with its commits and the verdicts on record measured.</summary>
internal sealed class MeasuredLedger(ILedger ledger, HostMetrics metrics, TimeProvider machine) : ILedger
{
    /// <inheritdoc />
    public ValueTask<LedgerView> Read(LedgerQuery query, CancellationToken cancellation) => ledger.Read(query, cancellation);

    /// <inheritdoc />
    public async ValueTask<CommitOutcome> Commit(Commit commit)
    {
        var began = machine.GetTimestamp();
        using var trace = commit.IsNothing ? null : HostMetrics.Traces.StartActivity("commit");
        var outcome = await ledger.Commit(commit);
        if (!commit.IsNothing)
        {
            metrics.Commit(machine.GetElapsedTime(began), outcome.GetType().Name);
        }

        if (outcome is CommitOutcome.Kept && metrics.CountsVerdicts)
        {
            foreach (var decision in commit.Decisions)
            {
                metrics.Verdict(VerdictOf(decision.Json));
            }
        }

        return outcome;
    }

    /// <inheritdoc />
    public ValueTask<DecisionWrite?> Decision(string id, CancellationToken cancellation) => ledger.Decision(id, cancellation);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<DecisionWrite>> Decisions(StreamId stream, int limit, CancellationToken cancellation) => ledger.Decisions(stream, limit, cancellation);

    /// <inheritdoc />
    public ValueTask<string?> Text(string hash, CancellationToken cancellation) => ledger.Text(hash, cancellation);

    private static string VerdictOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.TryGetProperty("verdict", out var verdict) && verdict.ValueKind == JsonValueKind.Object && verdict.TryGetProperty("verdict", out var word)
            ? word.GetString() ?? "" : "";
    }
}
