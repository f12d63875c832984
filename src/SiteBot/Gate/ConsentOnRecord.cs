using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Visits;

namespace SiteBot.Gate;

/// <summary>Which of a visit's consents the gate weighs: the newest answer of the role to the plan as it stands. What was only said counts nowhere here.</summary>
internal static class ConsentOnRecord
{
    /// <summary>The consent of a role; null where there is none.</summary>
    public static Consent? Of(Visit visit, ApproverRole role, Site site)
    {
        var scope = PlannedScope.Of(visit.Plan);
        var newest = Newest(visit, role, request => request.Scope == scope && request.State != ConsentState.Void);

        // For another operation, equipment or version: so that the reason can say that it is for another one. One for another window alone is none at all.
        newest ??= Newest(visit, role, request => request.WasApproved && request.State == ConsentState.Void
            && PlannedScope.Differences(request.Scope, visit.Plan) is var parts && !parts.All(part => part == ScopePart.Window));
        // Who consented and leads the visit since would answer for work of their own.
        var own = newest is { ByMailOf: null, State: ConsentState.Approved } && RightTo.Same(newest.AnsweredBy, visit.Lead);
        return newest is null or { State: ConsentState.Withdrawn } || own ? null : new Consent(
            newest.State == ConsentState.Rejected ? Answer.Rejected : Answer.Approved,
            newest.State != ConsentState.Rejected,
            new Attestation(newest.ByMailOf?.In(Language.En) ?? newest.AnsweredBy, newest.AnsweredAt),
            ScopeOf(newest, site));
    }

    private static ConsentRequest? Newest(Visit visit, ApproverRole role, Func<ConsentRequest, bool> wanted) => visit.Consents
        .Where(request => request.Role == role && request.AnsweredAt is not null && wanted(request))
        .OrderBy(request => request.AnsweredAt)
        .LastOrDefault();

    // A void one covers nothing, not even what it was given for.
    private static ConsentScope? ScopeOf(ConsentRequest request, Site site)
    {
        var granted = request.Granted;
        return request.State != ConsentState.Void && granted.From < granted.To && Wire.Read<OperationKind>(granted.Operation) is { } kind
            ? new ConsentScope(kind, VisitFacts.EquipmentOf(granted.Equipment, site), VisitFacts.Told(granted.TargetVersion), granted.From, granted.To)
            : new ConsentScope(null, null);
    }
}
