using System.Collections.Immutable;
using NodaTime;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Standard;
using SiteBot.Visits;

namespace SiteBot.Forms;

/// <summary>How far a form has come.</summary>
public enum FormState
{
    /// <summary>Nobody has drawn it up.</summary>
    Owed,

    /// <summary>It was drawn up or filled in; a signature may be missing.</summary>
    Produced,

    /// <summary>It is signed as it must be.</summary>
    Signed,

    /// <summary>It is with the regional office (4.4-16).</summary>
    Archived,
}

/// <summary>A form that a visit owes or owed.</summary>
/// <param name="Form">Which.</param>
/// <param name="Occasion">The local date that it is owed for, <c>yyyy-MM-dd</c>, of daily and weekly forms; else null.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">From when on it is owed; null while its phase is still ahead.</param>
/// <param name="Owners">Who owes it, with deputies; empty only where the regional office has nobody.</param>
public sealed record FormDue(FormType Form, string? Occasion, FormState State, Instant? Since, ImmutableArray<string> Owners)
{
    /// <summary>True where it still lacks the signature that it needs.</summary>
    public bool LacksSignature => Form.Signed != Signers.None && State < FormState.Signed;

    /// <summary>True where it is due and was not drawn up, or not signed as it must be.</summary>
    public bool IsOpen => Since is not null && (State == FormState.Owed || LacksSignature);

    /// <summary>How long it has been owed; zero while it is not due.</summary>
    public Duration AgeAt(Instant now) => Since is { } since && since < now ? now - since : Duration.Zero;
}

/// <summary>Which forms a visit owes, and how far each has come: from its steps, duties and facts alone.</summary>
public static class FormsOwed
{
    /// <summary>Every form that the visit owes, owed, or is going to owe, in the order of its procedure; daily and weekly ones once for each occasion that was not met.</summary>
    public static ImmutableArray<FormDue> Of(Visit visit, Procedure procedure, Workplace workplace, Instant now)
    {
        var setting = new VisitSetting(visit, procedure, workplace, now);
        var context = setting.ConditionsAt(now);
        var steps = procedure.Steps.Where(step => step.Form is not null && IsAsked(visit, step, context)).GroupBy(step => step.Form!)
            .Select(group => OfSteps(setting, [.. group], workplace.Standard.FindForm(group.Key)!));
        var duties = procedure.Duties.Where(duty => duty.Form is not null && !procedure.Steps.Any(step => step.Id == duty.Step && step.Form == duty.Form))
            .SelectMany(duty => OfDuty(setting, duty, workplace.Standard.FindForm(duty.Form!)!));
        return [.. steps, .. duties];
    }

    // What may not apply, or comes only with its occasion, is owed once it was told.
    private static bool IsAsked(Visit visit, Step step, ConditionContext context) => visit.Steps.GetValueOrDefault(step.Id) switch
    {
        null => !step.AsNeeded && !step.MaySkip && step.AppliesIn(context),
        { Outcome: StepOutcome.DoesNotApply } => false,
        { Outcome: StepOutcome.Failed } => !step.MayBeNo,
        _ => true,
    };

    private static FormDue OfSteps(VisitSetting setting, ImmutableArray<Step> steps, FormType form)
    {
        var visit = setting.Visit;
        var last = visit.Forms.GetValueOrDefault(form.Id)?.Last;
        var isTold = steps.All(step => visit.Steps.GetValueOrDefault(step.Id)?.Outcome == StepOutcome.Done);
        return new FormDue(
            form, null, State(setting, form, last, last?.ProducedAt is not null || isTold, last is null ? isTold : last.SignedAt is not null),
            Begun(setting, setting.Procedure.PhaseOf(steps[0].Id)!), DutyOwner.Of(setting, steps[0].Who, setting.Now).People);
    }

    private static IEnumerable<FormDue> OfDuty(VisitSetting setting, Duty duty, FormType form)
    {
        var owners = DutyOwner.Of(setting, duty, setting.Now).People;
        var copies = setting.Visit.Forms.GetValueOrDefault(form.Id)?.Copies ?? [];
        var listed = new HashSet<FormCopy>(ReferenceEqualityComparer.Instance);
        foreach (var occasion in DutyOccasions.Of(setting, duty, setting.Visit.StartedAt, setting.Now).Where(occasion => !occasion.IsDone))
        {
            var copy = copies.LastOrDefault(one => one.ProducedAt >= occasion.OwedFrom && (occasion.LapsesAt is not { } end || one.ProducedAt < end));
            if (copy is not null)
            {
                listed.Add(copy);
            }

            yield return new FormDue(form, occasion.Occasion, State(setting, form, copy, copy is not null, copy?.SignedAt is not null), occasion.OwedFrom, owners);
        }

        foreach (var copy in copies.Where(copy => copy.ProducedAt is not null && !listed.Contains(copy)))
        {
            yield return new FormDue(form, null, State(setting, form, copy, true, copy.SignedAt is not null), copy.ProducedAt, owners);
        }
    }

    // What was told and never drawn up is archived with the rest.
    private static FormState State(VisitSetting setting, FormType form, FormCopy? copy, bool produced, bool signed)
    {
        var isArchived = (copy is null ? setting.Visit.ArchivedAt : copy.ArchivedAt) is not null;
        return form.Signed != Signers.None && signed ? isArchived ? FormState.Archived : FormState.Signed
            : !produced ? FormState.Owed
            : isArchived ? FormState.Archived : FormState.Produced;
    }

    // A phase has begun where all before it was told, or something of it or after it was, or the site was left for good.
    private static Instant? Begun(VisitSetting setting, Phase phase)
    {
        var visit = setting.Visit;
        var at = setting.Procedure.Phases.IndexOf(phase);
        if (at == 0)
        {
            return visit.StartedAt;
        }

        var context = setting.ConditionsAt(setting.Now);
        var before = setting.Procedure.Phases.Take(at).SelectMany(earlier => earlier.Steps).ToList();
        var times = before.Select(step => visit.Steps.GetValueOrDefault(step.Id)?.HappenedAt).Where(time => time is not null).ToList();
        if (before.All(step => visit.Steps.ContainsKey(step.Id) || step.AsNeeded || !step.AppliesIn(context)))
        {
            return times.Max() ?? visit.StartedAt;
        }

        var since = setting.Procedure.Phases.Skip(at).SelectMany(later => later.Steps).Select(step => visit.Steps.GetValueOrDefault(step.Id)?.HappenedAt).Where(time => time is not null).Min();
        return since ?? setting.MomentOf(Anchor.Left);
    }
}
