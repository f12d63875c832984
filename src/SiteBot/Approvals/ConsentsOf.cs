using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>The requests for consent that concern one person: those that wait for an answer of theirs, those that they may take back.</summary>
public static class ConsentsOf
{
    /// <summary>The visits found by these labels hold every request that somebody may answer or take back, as one who was asked or as a deputy.</summary>
    public static ImmutableArray<string> Labels(string person, CompanyDirectory directory) =>
    [
        VisitLabels.ConsentOf(person),
        .. directory.People.Where(other => other.Deputies.Any(deputy => RightTo.Same(deputy.Person, person))).Select(other => VisitLabels.ConsentOf(other.Id)),
    ];

    /// <summary>The open requests that somebody was asked, the oldest first. Of requests that they may answer and others that they may not (work of their own), the former
    /// alone; where there are only the latter these, so that the refusal says why.</summary>
    /// <param name="visits">What was read by <see cref="Labels"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static ImmutableArray<(Visit Visit, ConsentRequest Request)> Waiting(IEnumerable<Visit> visits, string by, Instant now, Workplace workplace)
    {
        var asked = Requests(visits, (visit, request) =>
            request.State == ConsentState.Open && request.Scope.To > now && ConsentRights.IsAsked(request, by, RightTo.DayAt(visit, workplace, now), workplace.Directory));
        var answerable = asked.Where(one => ConsentRights.ToAnswer(one.Request, one.Visit, by, now, workplace) is null).ToImmutableArray();
        return answerable.IsEmpty ? asked : answerable;
    }

    /// <summary>The request that somebody was asked and that was consented to last, by whomever; null where there is none.</summary>
    /// <inheritdoc cref="Waiting"/>
    public static (Visit Visit, ConsentRequest Request)? Answered(IEnumerable<Visit> visits, string by, Instant now, Workplace workplace) =>
        Requests(visits, (visit, request) => request.State == ConsentState.Approved && ConsentRights.IsAsked(request, by, RightTo.DayAt(visit, workplace, now), workplace.Directory))
            .OrderBy(one => one.Request.AnsweredAt).Cast<(Visit, ConsentRequest)?>().LastOrDefault();

    /// <summary>The consents that somebody may take back, the oldest first.</summary>
    /// <inheritdoc cref="Waiting"/>
    public static ImmutableArray<(Visit Visit, ConsentRequest Request)> Given(IEnumerable<Visit> visits, string by, Instant now, Workplace workplace) =>
        Requests(visits, (visit, request) => request.State == ConsentState.Approved && WithdrawConsent.MayWithdraw(request, visit, by, now, workplace));

    /// <summary>True for who has a role of which consents are asked, or deputises in one today (UTC: which visit it is about nobody has said).</summary>
    public static bool IsApprover(string person, Workplace workplace, Instant now) =>
        new[] { Role.OfficeHead, Role.ProductSupport }.Any(role => workplace.Directory.Holders(role, now.InUtc().Date).Any(holder => RightTo.Same(holder.Person.Id, person)));

    private static ImmutableArray<(Visit Visit, ConsentRequest Request)> Requests(IEnumerable<Visit> visits, Func<Visit, ConsentRequest, bool> isMeant) =>
    [
        .. from visit in visits
           where visit.IsOpen
           from request in visit.Consents
           where isMeant(visit, request)
           orderby request.AskedAt, visit.Id, request.Id
           select (visit, request),
    ];
}
