using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate.Conflicts;
using SiteBot.Gate.Decisions;
using SiteBot.Standing;
using SiteBot.Visits;

namespace SiteBot.Gate.Asking;

/// <summary>"Can I do it now?" in a visit: decided from its facts, with what the card needs beside the verdict. Changes nothing; the decision is kept by the caller.</summary>
public static class AskGate
{
    internal static readonly Refusal Ended = new("visit-ended", new Text(
        "请新建一次服务：这次现场服务已经结束。", "Begin a new visit: this one is over."));

    /// <summary>Decides.</summary>
    /// <param name="asking">Who asks what.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="others">Other open visits (of the site, of the regional office and of the people needed), for conflicts; this visit among them is passed over.</param>
    public static GateReply Decide(GateAsking asking, Workplace workplace, IEnumerable<Visit> others)
    {
        var visit = asking.Visit;
        if (!visit.IsOpen)
        {
            return Ended;
        }

        if (workplace.Directory.FindSite(visit.Site) is not { } site)
        {
            return SiteUnknown(visit);
        }

        if ((asking.Operation ?? Planned(visit, workplace)) is not { } asked)
        {
            return GateQuestion.WhichOperation;
        }

        return asked switch
        {
            OperationKind.PowerOn => PowerOn(asking, site, workplace, others),
            OperationKind.LeaveSite => Leave(asking, site, workplace, others),
            _ => Answer(asking, asked, asked, Facts(asking, asked, workplace), site, workplace, others),
        };
    }

    /// <summary>The operation that a visit is for: of its plan, else of its procedure; null where neither names one.</summary>
    public static OperationKind? Planned(Visit visit, Workplace workplace) =>
        Wire.Read<OperationKind>(visit.Plan.Operation) ?? Wire.Read<OperationKind>(workplace.Procedures.Of(visit.Service, visit.Procedure).Operation);

    internal static Refusal SiteUnknown(Visit visit) => new("site-unknown", new Text(
        $"请让管理员把站点 {visit.Site} 补进通讯录：没有它的时区和策略，什么都不能判断。",
        $"Have the administrator put the site {visit.Site} into the directory: without its zone and policy nothing can be decided."));

    private static Facts Facts(GateAsking asking, OperationKind kind, Workplace workplace) =>
        VisitFacts.Of(asking.Visit, kind, asking.Moment ?? asking.Now, asking.Now, workplace);

    // A shelf that carries service is no shelf to be commissioned.
    private static GateReply PowerOn(GateAsking asking, Site site, Workplace workplace, IEnumerable<Visit> others)
    {
        if ((asking.ShelfInService ?? asking.Visit.Plan.Live) is not { } inService)
        {
            return GateQuestion.ShelfInService;
        }

        var kind = inService ? OperationKind.Hardware : OperationKind.PowerOn;
        var facts = Facts(asking, kind, workplace);
        return Answer(asking, OperationKind.PowerOn, kind, facts with { Service = facts.Service with { Live = inService } }, site, workplace, others);
    }

    private static GateReply Leave(GateAsking asking, Site site, Workplace workplace, IEnumerable<Visit> others)
    {
        if (asking.Leaving is not { } how)
        {
            return GateQuestion.HowLeaving;
        }

        var watcher = asking.WatchedBy is { } id && workplace.Directory.FindNamed(id) is { } colleague && colleague.Id != asking.Visit.Lead ? colleague.Id : null;
        var watches = watcher is not null;
        if (how == LeavingMode.HandedOver && !watches)
        {
            return GateQuestion.ToWhom;
        }

        var setting = VisitSetting.Of(asking.Visit, workplace, asking.Now);
        if (LeaveSite.StillRuns(asking.Visit, how) is { } refusal)
        {
            return refusal;
        }

        var facts = LeavingFacts.Of(Facts(asking, OperationKind.LeaveSite, workplace), setting, how, watches);
        return Answer(asking, OperationKind.LeaveSite, OperationKind.LeaveSite, facts, site, workplace, others) with
        {
            Leaving = how,
            WatchedBy = watcher,
        };
    }

    private static GateAnswer Answer(
        GateAsking asking, OperationKind asked, OperationKind kind, Facts facts, Site site, Workplace workplace, IEnumerable<Visit> others)
    {
        var question = new DecisionQuestion(asking.Decision, asking.Visit.Id, asking.By, asking.Now);
        var (verdict, record) = DecisionRecord.Decide(facts, workplace.Gate, question, workplace.Standard.ContentHash, workplace.Directory.ContentHash);
        var rule = workplace.Gate.For(kind);
        return new GateAnswer
        {
            Asked = asked,
            Kind = kind,
            AskedAt = asking.Now,
            Facts = facts,
            Verdict = verdict,
            Record = record,
            Texts =
            [
                .. DecisionRecord.Texts(workplace.Gate, workplace.Directory),
                .. workplace.Standard.Sources.Select(text => new Ledger.KeptText(text.ContentHash, text.Text)),
            ],
            Conflicts = Conflicts(asking, kind, facts, verdict, site, workplace, others),
            Lapses = verdict.Kind switch
            {
                VerdictKind.Go => EvidenceLapses.Before(verdict.StartBy, facts, verdict),
                VerdictKind.Wait when verdict.Earliest is { } earliest => EvidenceLapses.Before(earliest, facts, verdict),
                _ => [],
            },
            Policy = PolicySummary.Of(site, workplace, asking.Now),
            IsLengthUnknown = rule.LengthMatters && facts.Operation.DurationMinutes is null,
        };
    }

    private static ImmutableArray<OperationConflict> Conflicts(
        GateAsking asking, OperationKind kind, Facts facts, Verdict verdict, Site site, Workplace workplace, IEnumerable<Visit> others)
    {
        if (kind is OperationKind.LeaveSite or OperationKind.StartWorks or OperationKind.RemovableMedia)
        {
            return [];
        }

        var language = workplace.Directory.FindPerson(asking.By)?.Language ?? workplace.Directory.OfficeOf(site).Language;
        var start = verdict.Earliest ?? facts.Now;
        var plan = asking.Visit.Plan;
        var stretch = plan.From <= start && start < plan.To
            ? (plan.From.Value, plan.To.Value)
            : (start, start + Duration.FromMinutes(facts.Operation.DurationMinutes ?? 0));
        var planned = VisitOperations.Of(asking.Visit, kind, stretch, workplace, language);
        var rest = others.Select(other => VisitOperations.Planned(other, workplace, asking.Now, language)).OfType<PlannedOperation>();
        var limit = workplace.Directory.PolicyOf(site).OperationsPerNight is { } most ? new NightLimit(most.Value, most.Owner) : null;
        return OperationConflicts.Of(planned, rest, site.Zone, limit);
    }
}
