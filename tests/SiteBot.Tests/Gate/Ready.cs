using NodaTime;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Tests.Gate;

/// <summary>Facts of operations for which nothing is missing, to be spoilt by one thing at a time.</summary>
internal static class Ready
{
    public const string Equipment = "MSC-1";
    public const string Version = "V3.08.21";

    public static readonly GateRules Rules = GateRules.Load(Shipped.Dialogs);

    public static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>00:30 on a Wednesday night in Beijing.</summary>
    public static readonly Instant Night = At("2026-03-11T00:30:00+08:00");

    /// <summary>An operation of two hours that may begin now, at 00:30 in Beijing.</summary>
    public static Facts For(OperationKind kind) => new(Night, new SiteFacts(Beijing) { Id = "BJ-042" }, new Operation(kind)
    {
        Equipment = Equipment,
        TargetVersion = kind == OperationKind.Upgrade ? Version : null,
        DurationMinutes = 120,
        EngineerIsSure = true,
    })
    {
        LastDataChangeAt = Night - Duration.FromHours(14),
        Evidence = new Evidence
        {
            RequestSigned = Said,
            Escort = Said,
            PlanAgreed = Said,
            WorkCard = new WorkCard(true),
            Backup = new Backup { At = Night - Duration.FromHours(2), Location = "10.1.1.5:/bk", Verified = true, Equipment = Equipment },
            ProductSupportConsent = Yes(kind),
            OfficeConsent = Yes(kind),
            CustomerConsent = Yes(kind),
            RemoteSupportReady = Said,
            Rollback = new Rollback(true, 30),
            ExpertReview = new ExpertReview(Answer.Approved, Said),
            DocumentsRead = new Confirmation(true),
            VersionReleased = new VersionRelease(ReleaseStatus.Released, Version),
            AntiStatic = new Confirmation(true),
            MediaConsent = Said,
            ToolConfirmed = new ToolConfirmation("provider", "expert"),
            Provisions = Rules.For(kind).Provisions.ToDictionary(id => id, _ => new ProvisionEvidence(true, null)),
        },
    };

    public static Facts Upgrade => For(OperationKind.Upgrade);

    public static Attestation Said => new("somebody", Night - Duration.FromHours(1));

    /// <summary>A written consent to the operation of <see cref="For"/>, without a period.</summary>
    public static Consent Yes(OperationKind kind, Instant? from = null, Instant? to = null) =>
        new(Answer.Approved, true, Said, new ConsentScope(kind, Equipment, kind == OperationKind.Upgrade ? Version : null, from, to));

    public static Instant At(string rfc3339) => OffsetDateTimePattern.Rfc3339.Parse(rfc3339).Value.ToInstant();

    public static Facts Doing(this Facts facts, Func<Operation, Operation> change) => facts with { Operation = change(facts.Operation) };

    public static Facts With(this Facts facts, Func<Evidence, Evidence> change) => facts with { Evidence = change(facts.Evidence) };

    public static Facts Under(this Facts facts, Func<GatePolicy, GatePolicy> change) =>
        facts with { Site = facts.Site with { Policy = change(facts.Site.Policy) } };

    public static Facts When(this Facts facts, Instant now) => facts with { Now = now };

    public static Facts NotInService(this Facts facts) => facts with { Service = facts.Service with { Live = false } };

    public static Facts Restoring(this Facts facts, ServiceState state = ServiceState.Interrupted) =>
        facts.Doing(o => o with { RestoresService = true }) with { Service = facts.Service with { State = state } };

    public static Verdict Decide(this Facts facts) => Gatekeeper.Decide(facts, Rules);

    public static CheckResult Check(this Facts facts, string id) => facts.Decide().Checks.Single(c => c.Id == id);

    /// <summary>A check's state and who clears it, as one word or two: <c>pass</c>, <c>fail by time</c>.</summary>
    public static string StateOf(this Facts facts, string id) =>
        facts.Check(id) is { State: CheckState.Fail, FixedBy: FixedBy.Time } ? "fail by time" : facts.Check(id).State.Name();
}
