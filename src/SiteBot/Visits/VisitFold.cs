using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;

namespace SiteBot.Visits;

/// <summary>How facts make a visit. Pure: the same facts in the same order make the same visit.</summary>
public static class VisitFold
{
    /// <summary>A visit without facts.</summary>
    public static Visit Begin(string id) => new() { Id = id };

    /// <summary>The visit after one more fact.</summary>
    public static Visit After(Visit visit, VisitFact fact)
    {
        var changed = fact.Event switch
        {
            VisitEvent.Started e => visit with
            {
                Service = e.Service, Procedure = e.Procedure, Office = e.Office, Site = e.Site, Customer = e.Customer, Lead = e.Lead,
                ContactName = e.ContactName, ContactPhone = e.ContactPhone, StartedAt = fact.ToldAt,
            },
            VisitEvent.Planned e => visit with { Plan = e.Plan, Consents = StillFor(visit.Consents, e.Plan) },
            VisitEvent.ContactNamed e => visit with { ContactName = e.Name, ContactPhone = e.Phone },
            VisitEvent.StepTold e => visit with
            {
                Steps = visit.Steps.SetItem(
                    e.Step, new StepRecord(e.Step, e.Outcome, e.Values, e.Private, e.Files, fact.HappenedAt, fact.ToldAt, fact.By ?? "")
                    {
                        Scope = PlannedScope.HashOf(visit.Plan),
                    }),
            },
            VisitEvent.StepWithdrawn e => visit with { Steps = visit.Steps.Remove(e.Step) },
            VisitEvent.ConsentAsked e => visit with
            {
                Consents = [.. Closed(visit.Consents, e.Role, e.Scope), new ConsentRequest(e.Request, e.Role, e.Scope, e.AskedOf, fact.By, fact.HappenedAt, e.Urgent)],
            },
            VisitEvent.ConsentAnswered e => Consent(visit, e.Request, request => request with
            {
                State = e.Approved ? ConsentState.Approved : ConsentState.Rejected,
                Granted = request.Scope with { From = e.From ?? request.Scope.From, To = e.To ?? request.Scope.To },
                AnsweredBy = fact.By, AnsweredAt = fact.HappenedAt, Reason = e.Reason,
            }),
            VisitEvent.ConsentWithdrawn e => Consent(visit, e.Request, request => request with
            {
                State = ConsentState.Withdrawn, AnsweredAt = fact.HappenedAt, Reason = e.Reason,
            }),
            VisitEvent.ConsentByMail e => visit with
            {
                Consents =
                [
                    .. Closed(visit.Consents, e.Role, e.Scope),
                    new ConsentRequest(e.Request, e.Role, e.Scope, [], fact.By, fact.HappenedAt, false)
                    {
                        State = ConsentState.Approved, AnsweredBy = fact.By, AnsweredAt = fact.HappenedAt, ByMailOf = e.GivenBy,
                    },
                ],
            },
            VisitEvent.ServiceStateTold e => visit with { ServiceState = e.State, ServiceStateSince = fact.HappenedAt },
            VisitEvent.OperationStarted e => visit with
            {
                Operations = visit.Operations.Add(new OperationRun(e.Operation, e.Decision, fact.HappenedAt, e.RollBackBy, e.EndBy)),
            },
            VisitEvent.DoneWithoutGo e => visit with
            {
                Operations = visit.Operations.Add(
                    new OperationRun(e.Operation, e.Decision, fact.HappenedAt, null, null, new WithoutGo(e.SaidBy, e.Why))),
            },
            VisitEvent.OperationEnded e => visit with
            {
                Operations = visit.Operations.SetItem(visit.Operations.Length - 1, visit.Operations[^1] with
                {
                    Outcome = e.Outcome, EndedAt = fact.HappenedAt, OpenIssues = e.OpenIssues,
                }),
            },
            VisitEvent.RestTold e => visit with
            {
                Operations = visit.Operations.SetItem(visit.Operations.Length - 1, visit.Operations[^1] with { RestMinutes = e.Minutes, RestToldAt = fact.HappenedAt }),
            },
            VisitEvent.DataChanged e => visit with
            {
                LastDataChangeAt = visit.LastDataChangeAt is { } last ? Instant.Max(last, fact.HappenedAt) : fact.HappenedAt,
                DataChanges = visit.DataChanges.Add(new DataChange(e.What, fact.HappenedAt, fact.By)),
            },
            VisitEvent.Arrived => visit with
            {
                ArrivedAt = fact.HappenedAt, Left = null,
                FirstArrivedAt = visit.FirstArrivedAt is { } first ? Instant.Min(first, fact.HappenedAt) : fact.HappenedAt,
            },
            VisitEvent.Left e => visit with { Left = new Departure(e.How, fact.HappenedAt, e.WatchedBy) },
            VisitEvent.HandedOver e => visit with { Lead = e.To, FormerLeads = visit.FormerLeads.Add(visit.Lead), HandOverNote = e.Note },
            VisitEvent.AppointmentMoved e => visit with { Appointment = e.To },
            VisitEvent.FormProduced e => Form(visit, e.Form, form => form with
            {
                Copies = form.Copies.Add(new FormCopy { File = e.File, ProducedAt = fact.HappenedAt }),
            }),
            VisitEvent.FormSigned e => Form(visit, e.Form, form => form with
            {
                Copies = Signed(form.Copies, e, fact.HappenedAt),
            }),
            VisitEvent.FormsArchived => visit with { ArchivedAt = fact.HappenedAt, Forms = Archived(visit.Forms, fact.HappenedAt) },
            VisitEvent.QuestionNoted e => visit with
            {
                Questions = visit.Questions.Add(new CustomerQuestion(e.Id, e.Question, e.Contact, fact.HappenedAt)),
            },
            VisitEvent.QuestionAnswered e => visit with
            {
                Questions = [.. visit.Questions.Select(q => q.Id == e.Id ? q with { Answer = e.Answer, AnsweredAt = fact.HappenedAt } : q)],
            },
            VisitEvent.ReminderSnoozed e => Duty(visit, e.Duty, duty => duty with { SnoozedUntil = e.Until }),
            VisitEvent.DutyDone e => Duty(visit, e.Duty, duty => duty with { Done = duty.Done.SetItem(e.Occasion, fact.ToldAt) }),
            VisitEvent.DutyHandedOn e => Duty(visit, e.Duty, duty => duty with { Owner = e.To }),
            VisitEvent.ProcedureMoved e => visit with { Procedure = e.Procedure },
            VisitEvent.Closed => visit with { EndedAt = fact.HappenedAt },
            VisitEvent.Cancelled => visit with { EndedAt = fact.HappenedAt, WasCancelled = true },
            _ => throw new InvalidOperationException($"A visit cannot fold {fact.Event.GetType().Name}."),
        };
        return changed with { Version = visit.Version + 1, LastToldAt = Instant.Max(visit.LastToldAt, fact.ToldAt) };
    }

    // What was asked or given for another scope counts no more, not even where the plan goes back to it.
    private static ImmutableArray<ConsentRequest> StillFor(ImmutableArray<ConsentRequest> consents, WorkPlan plan)
    {
        var scope = PlannedScope.Of(plan);
        return
        [
            .. consents.Select(request => request.State is ConsentState.Open or ConsentState.Approved && request.Scope != scope
                ? request with { State = ConsentState.Void } : request),
        ];
    }

    // Asked anew of others, or answered by mail: nobody has to answer the former request any more.
    private static IEnumerable<ConsentRequest> Closed(ImmutableArray<ConsentRequest> consents, ApproverRole role, WorkScope scope) =>
        consents.Select(request => request.State == ConsentState.Open && request.Role == role && request.Scope == scope ? request with { State = ConsentState.Void } : request);

    private static Visit Consent(Visit visit, string id, Func<ConsentRequest, ConsentRequest> change) =>
        visit with { Consents = [.. visit.Consents.Select(request => request.Id == id ? change(request) : request)] };

    private static Visit Form(Visit visit, string id, Func<FormRecord, FormRecord> change) =>
        visit with { Forms = visit.Forms.SetItem(id, change(visit.Forms.GetValueOrDefault(id) ?? new FormRecord(id))) };

    // A signature belongs to the copy that was drawn up last; where that one is signed already it is of another paper.
    private static ImmutableArray<FormCopy> Signed(ImmutableArray<FormCopy> copies, VisitEvent.FormSigned e, Instant at)
    {
        var (before, last) = copies is [.. var earlier, { SignedAt: null } open] ? (earlier, open) : (copies, new FormCopy());
        return before.Add(last with { SignedAt = at, SignedBy = e.SignedBy, SignedFile = e.File });
    }

    private static ImmutableSortedDictionary<string, FormRecord> Archived(ImmutableSortedDictionary<string, FormRecord> forms, Instant at) =>
        forms.SetItems(forms.Select(form => KeyValuePair.Create(form.Key, form.Value with
        {
            Copies = [.. form.Value.Copies.Select(copy => copy with { ArchivedAt = copy.ArchivedAt ?? at })],
        })));

    private static Visit Duty(Visit visit, string id, Func<DutyRecord, DutyRecord> change) =>
        visit with { Duties = visit.Duties.SetItem(id, change(visit.Duties.GetValueOrDefault(id) ?? new DutyRecord())) };
}
