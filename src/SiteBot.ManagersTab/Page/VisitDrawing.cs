using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Oversight;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.ManagersTab.Page;

/// <summary>A visit as a line of the tab: what is most urgent first, what stands in the way, what it owes.</summary>
internal static class VisitDrawing
{
    private const int MostLines = 8;

    public static TabVisit Of(TabPen pen, VisitStanding standing)
    {
        var visit = standing.Visit;
        var chips = Chips(pen, standing).ToImmutableArray();
        return new TabVisit(
            visit.Id, pen.About(visit), pen.Site(visit.Site), pen.Name(visit.Lead), pen.Phone(visit.Lead), chips.Select(chip => chip.Tone).DefaultIfEmpty(TabTone.Calm).Max(), chips,
            standing.Phase is { } phase ? pen.Say(phase.Name) : "", standing.Done, standing.Owed,
            visit.Plan is { From: { } from, To: { } to } ? pen.Clock(visit).SayStretch(from, to, pen.Now) : "",
            Why(pen, standing), Owes(pen, standing));
    }

    private static IEnumerable<TabChip> Chips(TabPen pen, VisitStanding standing)
    {
        var visit = standing.Visit;
        if (visit.ServiceState != ServiceState.Normal)
        {
            yield return new TabChip(TabTone.Attention, pen.Word($"service.{visit.ServiceState.Name()}"));
        }

        if (standing.IsUnescalated)
        {
            yield return new TabChip(TabTone.Attention, pen.Word("tab.unescalated"));
        }

        if (visit.Running is { } run)
        {
            yield return new TabChip(TabTone.Warning, run.RollBackBy is { } back ? pen.Word("tab.running.back", ("at", pen.Clock(visit).Say(back, pen.Now))) : pen.Word("tab.running"));
        }

        if (standing.Verdict is { } verdict)
        {
            yield return Answer(pen, visit, verdict);
        }

        if (standing.Overdue is > 0 and var overdue)
        {
            yield return new TabChip(TabTone.Attention, pen.Word("tab.overdue", ("count", $"{overdue}")));
        }

        if (visit.IsOnSite)
        {
            yield return new TabChip(TabTone.Calm, pen.Word("tab.onsite"));
        }

        if (!standing.Ledger.Any(line => line.HoldsClosing))
        {
            yield return new TabChip(TabTone.Good, pen.Word("tab.ready"));
        }
    }

    private static TabChip Answer(TabPen pen, Visit visit, Verdict verdict) => verdict switch
    {
        { Kind: VerdictKind.Go, StartBy: { } by } => new TabChip(TabTone.Good, pen.Word("tab.verdict.go.until", ("at", pen.Clock(visit).Say(by, pen.Now)))),
        { Kind: VerdictKind.Go } => new TabChip(TabTone.Good, pen.Word("tab.verdict.go")),
        { Kind: VerdictKind.Wait, Earliest: { } from } => new TabChip(TabTone.Good, pen.Word("tab.verdict.wait", ("at", pen.Clock(visit).Say(from, pen.Now)))),
        { Kind: VerdictKind.Never } => new TabChip(TabTone.Attention, pen.Word("tab.verdict.never")),
        _ => new TabChip(TabTone.Warning, pen.Word("tab.verdict.no")),
    };

    private static TabList<TabLine> Why(TabPen pen, VisitStanding standing)
    {
        var checks = standing.Verdict?.InTheWay.ToList() ?? [];
        return new TabList<TabLine>(
            [
                .. checks.Take(MostLines).Select(check => new TabLine(
                    pen.Say(check.Reason),
                    TabPen.Dotted(IsNamed(check) ? null : check.Provision, check.FixedBy == FixedBy.Engineer ? pen.Name(standing.Visit.Lead) : pen.Say(check.FixedBy.Title())),
                    check.FixedBy == FixedBy.Nobody ? TabTone.Attention : TabTone.Calm)),
            ],
            checks.Count);
    }

    private static TabList<TabLine> Owes(TabPen pen, VisitStanding standing)
    {
        var debts = standing.Debts.ToList();
        return new TabList<TabLine>(
            [
                .. debts.Take(MostLines).Select(line => new TabLine(
                    TabPen.Capital(pen.Say(line.Title)), TabPen.Dotted(pen.Join(line.Provisions), pen.Names(line.Owners), Since(pen, line.Since, line.Overdue)),
                    line.Overdue ? TabTone.Attention : TabTone.Calm)),
            ],
            debts.Count);
    }

    private static bool IsNamed(CheckResult check) => check.Provision is { } provision && check.Reason.En.Contains(provision, StringComparison.Ordinal);

    /// <summary>How old a debt is, and whether its time is over.</summary>
    public static string Since(TabPen pen, NodaTime.Instant since, bool overdue) => overdue ? pen.Word("tab.overdue.since", ("age", pen.Age(since))) : pen.Age(since);
}
