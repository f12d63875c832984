using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;

namespace SiteBot.Tests.Visits;

/// <summary>An upgrade at the shipped directory's Beijing site, fact by fact, for which nothing is missing at 00:30; to be spoilt by one thing at a time.</summary>
internal static class GoodNight
{
    public const string Engineer = Night.Engineer;
    public const string Support = Night.Support;
    public const string Head = Night.Head;
    public const string Remote = Night.Remote;
    public const string Admin = Night.Admin;
    public const string Colleague = "sun.bo";
    public const string Stranger = "anna.berg";

    public static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static readonly Workplace Place = Night.Place;

    /// <summary>00:30 on Wednesday 2026-03-11 in Beijing, the window's half hour.</summary>
    public static readonly Instant HalfPast = At(1, 0, 30);

    public static readonly WorkPlan Plan = new()
    {
        Operation = "upgrade", Equipment = "MSC-1", Product = "MSC", CurrentVersion = "V3.08.20", TargetVersion = "V3.08.21",
        From = At(1, 0), To = At(1, 4), DurationMinutes = 120, EngineerIsSure = true,
    };

    public static readonly WorkScope Scope = PlannedScope.Of(Plan)!;

    /// <summary>A moment in Beijing; day 0 is Tuesday 2026-03-10.</summary>
    public static Instant At(int day, int hour, int minute = 0) =>
        (new LocalDate(2026, 3, 10).PlusDays(day) + new LocalTime(hour, minute)).InZoneLeniently(Beijing).ToInstant();

    /// <summary>Begun at nine on Tuesday with nothing but its plan.</summary>
    public static Visit Begun(WorkPlan? plan = null) => VisitFold.Begin("v7")
        .Told(new VisitEvent.Started("upgrade", Place.Procedures.InForce("upgrade")!.ContentHash, "BJ", "BJ-042", "CM-BJ", Engineer, null, null), At(0, 9))
        .Told(new VisitEvent.Planned(plan ?? Plan, null), At(0, 9));

    /// <summary>Everything told but the consents of those asked by card.</summary>
    public static Visit Prepared => Begun()
        .Step("documents_read", At(0, 10))
        .Step("rollback_ready", At(0, 10), ("minutes", "30"))
        .Step("plan_agreed", At(0, 10), ("by", "张三"))
        .Step("customer_consent", At(0, 10), ("by", "张三"))
        .Step("remote_support_ready", At(0, 10), ("by", "陈宇"))
        .Step("request_signed", At(0, 23), ("by", "张三"))
        .Step("escort", At(0, 23), ("by", "王五"))
        .Step("backup", At(0, 23), ("location", "10.1.1.5:/bk"), ("verified", "yes"), ("equipment", "msc-1"));

    /// <summary>Both asked at ten.</summary>
    public static Visit Asked => Prepared
        .Told(new VisitEvent.ConsentAsked("r1", ApproverRole.ProductSupport, Scope, [Support], false), At(0, 10))
        .Told(new VisitEvent.ConsentAsked("r2", ApproverRole.OfficeHead, Scope, [Head], false), At(0, 10));

    /// <summary>Nothing is missing.</summary>
    public static Visit AllSet => Asked.Approved("r1", Support).Approved("r2", Head);

    public static Visit Approved(this Visit visit, string request, string by) => visit.Told(new VisitEvent.ConsentAnswered(request, true, null, null, null), At(0, 15), by);

    public static Visit Replanned(this Visit visit, Func<WorkPlan, WorkPlan> change, Instant? at = null) =>
        visit.Told(new VisitEvent.Planned(change(visit.Plan), null), at ?? At(0, 16));

    public static Visit Told(this Visit visit, VisitEvent e, Instant at, string by = Engineer) => VisitFold.After(visit, new VisitFact(e, at, at, by));

    public static Visit Step(this Visit visit, string step, Instant at, params (string Field, string Value)[] values) => visit.Step(step, StepOutcome.Done, at, values);

    public static Visit Step(this Visit visit, string step, StepOutcome outcome, Instant at, params (string Field, string Value)[] values) => visit.Told(
        new VisitEvent.StepTold(
            step,
            outcome,
            values.Where(v => v.Field != "by").ToImmutableSortedDictionary(v => v.Field, v => v.Value),
            values.Where(v => v.Field == "by").ToImmutableSortedDictionary(v => v.Field, v => new PrivateText(v.Value)),
            []),
        at);

    public static GateReply Ask(this Visit visit, Instant? now = null, OperationKind? operation = null, Instant? moment = null, Workplace? workplace = null, params Visit[] others) =>
        AskGate.Decide(new GateAsking(visit, operation, moment, now ?? HalfPast, Engineer, "d1"), workplace ?? Place, others);

    public static GateAnswer Answered(this GateReply reply)
    {
        Assert.Null(reply.Refusal);
        Assert.Null(reply.Question);
        return reply.Answer!;
    }

    public static void Speaks(this Refusal? refusal, string code)
    {
        Assert.Equal(code, refusal?.Code);
        Assert.Contains(refusal!.Sentence.Zh, c => c >= '\u4e00');
        Assert.Matches("^[A-Z].* .*[.!?…]$", refusal.Sentence.En);
    }
}
