using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>What asking for consents came to.</summary>
/// <param name="Decided">The requests, or why none can be made. Without both: nothing new is to be asked.</param>
/// <param name="Notices">What the requester should know besides: who was asked already, where nobody may answer and whom to turn to.</param>
public readonly record struct ConsentsAsked(Decided Decided, ImmutableArray<Refusal> Notices);

/// <summary>Asks for the consents that the planned operation needs and lacks (6.5-3, 6.5-5): as soon as operation and window are set, so that they are answered by day.</summary>
public static class AskConsents
{
    private static readonly (string Check, ApproverRole Role, string Suffix)[] Roles =
        [("product_support_consent", ApproverRole.ProductSupport, "ps"), ("office_consent", ApproverRole.OfficeHead, "oh")];

    /// <summary>Decides, when somebody asks for it: a consent that was rejected is asked again.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="unique">What makes the requests' ids unique within the visit: short, no white space.</param>
    public static ConsentsAsked Decide(Visit visit, string by, Instant now, Workplace workplace, string unique) =>
        RightTo.Act(visit, by, workplace, now) is { } refusal ? new ConsentsAsked(refusal, []) : Ask(visit, by, now, workplace, unique, again: true);

    /// <summary>Decides by itself, after a plan was made or changed: nothing is asked of a plan that is not complete yet, what was rejected stays so, and who waits for an
    /// answer is not told so again. Never refused; where nobody may answer, a notice says whom to turn to.</summary>
    public static ConsentsAsked ByItself(Visit visit, string by, Instant now, Workplace workplace, string unique)
    {
        var (decided, notices) = Ask(visit, by, now, workplace, unique, again: false);
        return decided.Refusal is { } refusal
            ? new ConsentsAsked(Decided.Facts(), refusal.Code is Approvers.NobodyElse or Approvers.NobodyAtAll ? [refusal, .. notices.Where(IsNews)] : [])
            : new ConsentsAsked(decided, [.. notices.Where(IsNews)]);

        static bool IsNews(Refusal notice) => notice.Code != Waiting;
    }

    /// <summary>Whose consent the gate asks of an operation, whether or not it is in hand.</summary>
    public static ImmutableArray<ApproverRole> RolesFor(OperationKind kind, GateRules rules) =>
        [.. Roles.Where(role => rules.For(kind).Checks.Any(check => check.Id == role.Check)).Select(role => role.Role)];

    private const string Waiting = "consent-waiting";

    private static ConsentsAsked Ask(Visit visit, string by, Instant now, Workplace workplace, string unique, bool again)
    {
        if (Refuse(visit, now, workplace) is { } refusal)
        {
            return new ConsentsAsked(refusal, []);
        }

        var scope = PlannedScope.Of(visit.Plan)!;
        var kind = Wire.Read<OperationKind>(scope.Operation)!.Value;
        var facts = VisitFacts.Of(visit, kind, now, now, workplace);
        var checks = Gatekeeper.Decide(facts, workplace.Gate).Checks;
        var events = ImmutableArray.CreateBuilder<VisitEvent>();
        var notices = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var (id, role, suffix) in Roles)
        {
            if (checks.FirstOrDefault(check => check.Id == id) is not { } check || !IsLacking(check, again))
            {
                continue;
            }

            if (visit.Consents.LastOrDefault(request => request.Role == role && request.Scope == scope && MayStillBeAnswered(request, visit, workplace)) is { } open)
            {
                notices.Add(new Refusal(Waiting, ConsentStory.Waits(open, visit, workplace, now)));
                continue;
            }

            var askedOf = Approvers.Of(visit, role, by, workplace, now);
            if (askedOf.IsEmpty)
            {
                notices.Add(Approvers.Nobody(visit, role, workplace, now));
                continue;
            }

            events.Add(new VisitEvent.ConsentAsked($"{unique}.{suffix}", role, scope, askedOf, facts.Restoring));
        }

        return events.Count == 0 && notices.Find(notice => notice.Code != Waiting) is { } nobody
            ? new ConsentsAsked(nobody, [.. notices.Where(notice => notice != nobody)])
            : new ConsentsAsked(Decided.Facts(events.ToImmutable()), notices.ToImmutable());
    }

    private static Refusal? Refuse(Visit visit, Instant now, Workplace workplace)
    {
        if (!visit.IsOpen)
        {
            return AskGate.Ended;
        }

        if (workplace.Directory.FindSite(visit.Site) is null)
        {
            return AskGate.SiteUnknown(visit);
        }

        if (Wire.Read<OperationKind>(visit.Plan.Operation) is { } kind && RolesFor(kind, workplace.Gate).IsEmpty)
        {
            return new Refusal("consent-not-needed", new Text(
                $"不用征求：{workplace.Gate.For(kind).Name.Zh}不需要产品用服或办事处负责人的同意。",
                $"Nothing is to be asked: a {workplace.Gate.For(kind).Name.En} needs no consent of product support or of the head of the regional office."));
        }

        var lacks = PlannedScope.Lacks(visit.Plan);
        return !lacks.IsEmpty ? new Refusal("plan-incomplete", new Text(
                $"请先补全计划：{lacks.Titles().Zh}。同意是针对它们给的。", $"Complete the plan first: {lacks.Titles().En}. The consent is given for exactly that."))
            : visit.Plan.To <= now ? new Refusal("window-over", new Text(
                "请先定新的时间窗口：计划的窗口已经过了。", "Set a new window first: the planned one is over."))
            : null;
    }

    // Who was asked may have left, or lead the visit since: then others are asked.
    private static bool MayStillBeAnswered(ConsentRequest request, Visit visit, Workplace workplace) => request.State == ConsentState.Open
        && request.AskedOf.Any(id => workplace.Directory.FindPerson(id) is not null && !Approvers.IsOwn(visit, request.AskedBy, id));

    private static bool IsLacking(CheckResult check, bool again) => check.State switch
    {
        CheckState.Missing => true,
        CheckState.Fail => again && check.FixedBy != FixedBy.Time,
        _ => false,
    };

    private static Refusal? Find(this ImmutableArray<Refusal>.Builder notices, Func<Refusal, bool> wanted) => notices.FirstOrDefault(wanted);
}
