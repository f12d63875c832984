using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Outbox;

namespace SiteBot.Visits;

/// <summary>What is told of consents: whatever becomes of a request, its cards with all who were asked show it in place.</summary>
internal static class ConsentNews
{
    private static readonly Duration NearWindow = Duration.FromHours(4);

    public static IEnumerable<OutgoingMessage> Of(VisitChange change, NewsPeople people, Instant now)
    {
        var (before, after, facts) = change;
        var by = facts[^1].By;
        foreach (var request in after.Consents)
        {
            var was = before.Consents.FirstOrDefault(known => known.Id == request.Id);
            var urgency = request.Urgent || request.Scope.From - now < NearWindow ? Urgency.Urgent : Urgency.Routine;
            var data = new VisitMessageData(after.Id, after.Version, by, request.Id, request.Scope.Hash());
            if (was != request || ClosedNow(change, request))
            {
                foreach (var card in VisitNews.Messages(after, VisitMessages.ConsentCard, request.AskedOf, urgency, now, data, VisitMessages.ConsentSlot(after.Id, request.Id)))
                {
                    yield return card;
                }
            }

            if (Line(was, request) is { } kind)
            {
                foreach (var line in VisitNews.Messages(after, kind, Told(kind, request, after).Except(by), urgency, now, data with { Parts = Parts(kind, request, after) }))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Who was asked for consents that are open or given.</summary>
    public static IEnumerable<string> Concerned(Visit visit) =>
        visit.Consents.Where(request => request.State is ConsentState.Open or ConsentState.Approved).SelectMany(request => request.AskedOf);

    // Once it begins, nothing can be taken back; once it is over, nothing is to be answered.
    private static bool ClosedNow(VisitChange change, ConsentRequest request) =>
        request.State is ConsentState.Open or ConsentState.Approved
        && (change.Before.IsOpen != change.After.IsOpen || change.Before.Operations.Length != change.After.Operations.Length);

    private static string? Line(ConsentRequest? was, ConsentRequest request) => request switch
    {
        { ByMailOf: not null } when was is null => null,
        { State: ConsentState.Approved or ConsentState.Rejected } when was?.State != request.State => VisitMessages.ConsentAnswered,
        { State: ConsentState.Withdrawn } when was?.State != request.State => VisitMessages.ConsentWithdrawn,
        { State: ConsentState.Void, AnsweredAt: not null } when was?.State == ConsentState.Approved => VisitMessages.ConsentVoided,
        _ => null,
    };

    private static IEnumerable<string> Told(string kind, ConsentRequest request, Visit visit) =>
        new[] { visit.Lead, kind == VisitMessages.ConsentVoided ? request.AnsweredBy : request.AskedBy }.OfType<string>();

    private static ImmutableArray<ScopePart>? Parts(string kind, ConsentRequest request, Visit visit) =>
        kind == VisitMessages.ConsentVoided ? PlannedScope.Differences(request.Scope, visit.Plan) : null;
}
