using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Gate;

/// <summary>What the steps of a visit give the gate, as <see cref="GateEvidence"/> says: the last record of any step that gives it. A name that was blanked since still counts as given.</summary>
internal sealed class ToldEvidence(Visit visit, Procedure procedure, Workplace workplace, Site site, Instant now)
{
    // What is older than this cannot be read again from a record, and nothing of it counts anyway.
    private static readonly Instant First = Instant.FromUtc(2000, 1, 1, 0, 0);

    private readonly Lazy<ConditionContext> conditions = new(() => new VisitSetting(visit, procedure, workplace, now).ConditionsAt(now));

    public Evidence For(OperationKind kind, bool live) => new()
    {
        RequestSigned = Signed("request_signed"),
        Escort = Signed("escort"),
        PlanAgreed = Signed("plan_agreed"),
        WorkCard = YesOrNo("work_card") is { } matches ? new WorkCard(matches) : null,
        Backup = Backup(live),
        CustomerConsent = CustomerConsent(),
        RemoteSupportReady = Signed("remote_support_ready"),
        Rollback = Rollback(),
        ExpertReview = ExpertReview(),
        DocumentsRead = Confirmed("documents_read"),
        AntiStatic = Confirmed("anti_static"),
        MediaConsent = Signed("media_consent"),
        ToolConfirmed = Done("tool_confirmed") is { } tool ? new ToolConfirmation(Text(tool, "provider"), Text(tool, "expert")) : null,
        Provisions = Provisions(kind),
    };

    private StepRecord? Last(string gives) => procedure.StepsGiving(gives)
        .Select(step => visit.Steps.GetValueOrDefault(step.Id))
        .OfType<StepRecord>()
        .MaxBy(record => record.ToldAt);

    private StepRecord? Done(string gives) => Last(gives) is { Outcome: StepOutcome.Done } record ? record : null;

    private Attestation? Signed(string gives) => Done(gives) is { } record ? new Attestation(Text(record, "by"), At(record)) : null;

    private Confirmation? Confirmed(string gives) => YesOrNo(gives) is { } answer ? new Confirmation(answer) : null;

    private bool? YesOrNo(string gives) => Last(gives)?.Outcome switch
    {
        StepOutcome.Done => true,
        StepOutcome.Failed => false,
        _ => null,
    };

    private Backup? Backup(bool live) => Last("backup") switch
    {
        { Outcome: StepOutcome.Done } record => new Backup
        {
            At = At(record),
            Location = Text(record, "location"),
            Verified = Flag(record, "verified"),
            Equipment = VisitFacts.EquipmentOf(Text(record, "equipment"), site),
            Possible = Flag(record, "possible"),
            Reason = Text(record, "reason"),
        },

        // It was tried in vain: with its reason a restoring operation may go on without.
        { Outcome: StepOutcome.Failed } record => new Backup { Possible = Flag(record, "possible"), Reason = Text(record, "reason") },

        // Equipment in service always has something to back up.
        { Outcome: StepOutcome.DoesNotApply } when !live => new Backup { Applies = false },
        _ => null,
    };

    // Given for the plan as it stood then: another operation, equipment, version or window asks for another yes.
    private Consent? CustomerConsent()
    {
        if (Last("customer_consent") is not { Outcome: StepOutcome.Done or StepOutcome.Failed } record)
        {
            return null;
        }

        if (record.Outcome == StepOutcome.Failed)
        {
            return new Consent(Answer.Rejected, null, new Attestation(Text(record, "by"), At(record)), null);
        }

        if (record.Scope is { } scope && scope != PlannedScope.HashOf(visit.Plan))
        {
            return null;
        }

        var plan = visit.Plan;
        return new Consent(
            Answer.Approved, null, new Attestation(Text(record, "by"), At(record)),
            Wire.Read<OperationKind>(plan.Operation) is { } kind
                ? new ConsentScope(
                    kind, VisitFacts.EquipmentOf(plan.Equipment, site), VisitFacts.Told(plan.TargetVersion),
                    plan.From < plan.To ? plan.From : null, plan.From < plan.To ? plan.To : null)
                : null);
    }

    private Rollback? Rollback() => Last("rollback") is { Outcome: not StepOutcome.DoesNotApply } record
        ? new Rollback(
            record.Outcome == StepOutcome.Done,
            VisitFacts.Minutes(int.TryParse(record.Value("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null))
        : null;

    private ExpertReview? ExpertReview() => Last("expert_review") is { Outcome: not StepOutcome.DoesNotApply } record
        ? new ExpertReview(
            record.Outcome == StepOutcome.Failed ? Answer.Rejected : Wire.Read<Answer>(record.Value("outcome")),
            new Attestation(Text(record, "by"), At(record)))
        : null;

    private Dictionary<string, ProvisionEvidence> Provisions(OperationKind kind)
    {
        var told = new Dictionary<string, ProvisionEvidence>(StringComparer.Ordinal);
        foreach (var provision in workplace.Gate.For(kind).Provisions)
        {
            if (Provision(provision) is { } evidence)
            {
                told[provision] = evidence;
            }
        }

        return told;
    }

    private ProvisionEvidence? Provision(string provision) => Steps(provision) switch
    {
        { IsKnown: false } => procedure.Always.Contains(provision) || procedure.Phases.Any(phase => phase.Provisions.Contains(provision))
            ? null
            : new ProvisionEvidence(null, false),
        { Records: { Count: > 0 } records } when records.Exists(record => record.Outcome == StepOutcome.Failed) => new ProvisionEvidence(false, null),
        { Records: { Count: > 0 } records, Open: 0 } => records.Exists(record => record.Outcome == StepOutcome.Done)
            ? new ProvisionEvidence(true, null)
            : new ProvisionEvidence(null, false),
        { Open: 0 } => new ProvisionEvidence(null, false),
        _ => null,
    };

    // Several steps may carry one provision: it is met when none of those that are owed is left.
    private (bool IsKnown, List<StepRecord> Records, int Open) Steps(string provision)
    {
        var (known, open) = (false, 0);
        var records = new List<StepRecord>();
        foreach (var step in procedure.StepsGiving(provision))
        {
            known = true;
            if (visit.Steps.GetValueOrDefault(step.Id) is { } record)
            {
                records.Add(record);
            }
            else if (step.AppliesIn(conditions.Value) || !step.When.All(condition => condition.Holds(conditions.Value) || IsSaid(condition)))
            {
                open++;
            }
        }

        return (known, records, open);
    }

    // Whether there was a training is unknown until somebody says so, and an unknown fact settles nothing.
    private bool IsSaid(Condition condition)
    {
        Mark? mark = condition.Name switch
        {
            "training_took_place" => Mark.Training,
            "cutover_took_place" => Mark.Cutover,
            "version_problem" => Mark.VersionProblem,
            _ => null,
        };
        var telling = mark is { } told ? procedure.StepsMarked(told) : [];
        return telling.IsEmpty || telling.Any(step => visit.Steps.ContainsKey(step.Id));
    }

    private static string? Text(StepRecord record, string field) => VisitFacts.Told(record.Value(field));

    private static bool? Flag(StepRecord record, string field) => record.Value(field) switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => null,
    };

    // A time that was not told is that of telling; one ahead of now was not given yet.
    private Instant? At(StepRecord record)
    {
        var at = record.Value("at") is not { } told ? record.HappenedAt
            : InstantPattern.ExtendedIso.Parse(told) is { Success: true } parsed ? parsed.Value
            : (Instant?)null;
        return at >= First && at <= now ? at : null;
    }
}
