using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>A consent that a changed plan voids.</summary>
/// <param name="Request">The request, as it stood before; null for the customer's consent, which is a step of the procedure.</param>
/// <param name="Changed">Which parts changed.</param>
/// <param name="Sentence">What is void and why, for the engineer and for who gave it.</param>
public sealed record VoidedConsent(ConsentRequest? Request, ImmutableArray<ScopePart> Changed, Text Sentence);

/// <summary>Which consents a changed plan voids: a consent is given for one operation, equipment, version and window, and a change of any voids it.</summary>
public static class VoidedConsents
{
    /// <summary>What a change of the plan voids; empty where the scope stays as it was.</summary>
    /// <param name="before">The visit before.</param>
    /// <param name="plan">The plan as it is to be.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static ImmutableArray<VoidedConsent> Of(Visit before, WorkPlan plan, Workplace workplace)
    {
        var scope = PlannedScope.Of(plan);
        var voided = ImmutableArray.CreateBuilder<VoidedConsent>();
        foreach (var request in before.Consents.Where(request => request.State is ConsentState.Open or ConsentState.Approved && request.Scope != scope))
        {
            var parts = PlannedScope.Differences(request.Scope, plan);
            voided.Add(new VoidedConsent(request, parts, request.State == ConsentState.Approved
                ? new($"{request.Role.Title().Zh}的同意作废：{parts.Titles().Zh}改了，需要重新征求。", $"The consent of {request.Role.Title().En} is void: {parts.Titles().En} changed; it has to be asked again.")
                : new($"向{request.Role.Title().Zh}的申请作废：{parts.Titles().Zh}改了，需要重新征求。", $"The request to {request.Role.Title().En} is void: {parts.Titles().En} changed; it has to be asked again.")));
        }

        if (PlannedScope.HashOf(plan) != PlannedScope.HashOf(before.Plan) && HasCustomers(before, workplace))
        {
            var parts = Changed(before.Plan, plan);
            voided.Add(new VoidedConsent(null, parts, new(
                $"局方的同意作废：{parts.Titles().Zh}改了，请重新取得并记录（6.5-5）。", $"The customer's consent is void: {parts.Titles().En} changed; get it again and record it (6.5-5).")));
        }

        return voided.ToImmutable();
    }

    private static bool HasCustomers(Visit visit, Workplace workplace) =>
        workplace.Procedures.Of(visit.Service, visit.Procedure).Steps
            .Where(step => step.Gives == "customer_consent")
            .Select(step => visit.Steps.GetValueOrDefault(step.Id))
            .Any(record => record is { Outcome: StepOutcome.Done } && (record.Scope is null || record.Scope == PlannedScope.HashOf(visit.Plan)));

    private static ImmutableArray<ScopePart> Changed(WorkPlan before, WorkPlan after) =>
    [
        .. Enum.GetValues<ScopePart>().Where(part => part switch
        {
            ScopePart.Operation => before.Operation != after.Operation,
            ScopePart.Equipment => before.Equipment != after.Equipment,
            ScopePart.TargetVersion => before.TargetVersion != after.TargetVersion,
            _ => before.From != after.From || before.To != after.To,
        }),
    ];
}
