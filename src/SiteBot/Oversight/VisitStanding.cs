using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Oversight;

/// <summary>An open visit as those see it who look after it. Nothing of it is stored.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Phase">The phase that it is in; null where everything is done.</param>
/// <param name="Done">How many lines of the checklist are closed.</param>
/// <param name="Owed">How many are owed, closed or not.</param>
/// <param name="Operation">The operation that is still to begin; null where none is planned, one runs, or it was done.</param>
/// <param name="Verdict">What the gate would answer now; null where no operation is to begin, or the site left the directory.</param>
/// <param name="Ledger">What it still owes.</param>
/// <param name="Consents">Requests that nobody has answered, for windows to come, oldest first.</param>
/// <param name="IsUnescalated">Its service suffers and no alarm is open (6.5-1).</param>
public sealed record VisitStanding(
    Visit Visit, Phase? Phase, int Done, int Owed, OperationKind? Operation, Verdict? Verdict, ImmutableArray<LedgerLine> Ledger, ImmutableArray<ConsentRequest> Consents,
    bool IsUnescalated)
{
    private static readonly Duration Soon = Duration.FromDays(1);

    /// <summary>What can be owed by now: what is due, what stands in the way of leaving, what the customer waits for; after leaving for good all the rest. The steps still to
    /// come on the way there are no debt.</summary>
    public IEnumerable<LedgerLine> Debts => Ledger.Where(line => line.Kind switch
    {
        LedgerKind.Step => Visit.Left is { How: LeavingMode.ForGood },
        LedgerKind.Unproduced => false,
        LedgerKind.Standing => line.Id != "leave",
        _ => true,
    });

    /// <summary>How many debts are overdue.</summary>
    public int Overdue => Debts.Count(line => line.Overdue);

    /// <summary>How the visit stands now.</summary>
    /// <param name="visit">An open visit.</param>
    /// <param name="alarms">The open alarms.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static VisitStanding Of(Visit visit, IReadOnlyCollection<Alarm> alarms, Workplace workplace, Instant now)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(workplace);
        var checklist = Checklist.Of(visit, workplace, now);
        var operation = visit.Running is null && !visit.Operations.Any(run => run.EndedAt is not null) ? AskGate.Planned(visit, workplace) : null;
        return new VisitStanding(
            visit, checklist.CurrentPhase?.Phase, checklist.Done, checklist.Owed, operation,
            operation is { } kind && workplace.Directory.FindSite(visit.Site) is not null ? Gatekeeper.Decide(VisitFacts.Of(visit, kind, now, now, workplace), workplace.Gate) : null,
            ClosingLedger.Of(visit, workplace, now),
            [.. visit.Consents.Where(request => request.State == ConsentState.Open && request.Scope.To > now)],
            MorningDigest.IsUnescalated(visit, alarms));
    }

    /// <summary>The provisions that hold it up at <paramref name="now"/>, each once: what stands in the way of an operation whose window begins within a day or has begun (time
    /// alone is no hold-up), and what is overdue.</summary>
    public IEnumerable<string> HeldUpBy(Instant now) => InTheWay(now).Concat(Debts.Where(line => line.Overdue).SelectMany(line => line.Provisions)).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> InTheWay(Instant now) => Verdict is { } verdict && Visit.Plan.From is { } from && from < now + Soon
        ? verdict.InTheWay.Where(check => check.FixedBy != FixedBy.Time).Select(check => check.Provision).OfType<string>()
        : [];
}
