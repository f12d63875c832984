using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Decides whether an operation may begin. Pure: the same facts and rules give the same verdict, on any thread, for the chat as for the command line.</summary>
public static class Gatekeeper
{
    /// <summary>Decides on <paramref name="facts"/> by <paramref name="rules"/>.</summary>
    public static Verdict Decide(Facts facts, GateRules rules)
    {
        var it = new Case(facts);
        var operation = rules.For(it.Kind);
        var findings = new Finding[operation.Checks.Count];
        var results = new CheckResult[findings.Length];
        var starts = new List<StartRule>(8);
        var kind = VerdictKind.Go;
        for (var i = 0; i < findings.Length; i++)
        {
            var rule = operation.Checks[i];
            var finding = findings[i] = rule.Check.Examine(it);
            var result = results[i] = new CheckResult(
                rule.Id,
                finding.State,
                rule.Check.ProvisionFor(it.Kind, rule.Provision),
                finding.FixedBy ?? rule.FixedBy,
                finding.Reason);
            kind = Worse(kind, result, rule);
            if (finding.Counts)
            {
                rule.Check.Bound(it, finding, starts);
            }
        }

        // The last start is asked first: the rules are asked forward in time only.
        var startBy = kind == VerdictKind.Go ? Opening.LastStart(starts, it.Now, it.Length) : null;
        var earliest = kind == VerdictKind.Never ? null : Opening.First(starts, it.Now, it.Length);
        var rollBackBy = operation.AsksForRollback && it.Evidence.Rollback?.Minutes is { } minutes
            ? startBy + it.Length - Duration.FromMinutes(minutes)
            : null;
        var advice = new Advice(it, operation, findings, kind, earliest, startBy, rollBackBy);
        return new Verdict(kind, earliest, startBy, rollBackBy, results, advice.Text());
    }

    private static VerdictKind Worse(VerdictKind sofar, CheckResult result, CheckRule rule)
    {
        if (!result.StandsInTheWay)
        {
            return sofar;
        }

        var alone = result.State == CheckState.Fail && rule.Never ? VerdictKind.Never
            : result.FixedBy == FixedBy.Time ? VerdictKind.Wait
            : VerdictKind.No;
        return alone > sofar ? alone : sofar;
    }
}
