using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What is told of visits at once.</summary>
internal static class VisitOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (VisitMessages.ConsentCard, scene => OfRequest(scene, (visit, request) => new Drawn.Show(ConsentCard.Draw(scene.Deck, scene.Workplace, visit, request, scene.Reader, scene.Now, scene.Language))
        {
            Viewers = ConsentCard.Viewers(request),
        })),
        (VisitMessages.ConsentAnswered, scene => OfRequest(scene, (visit, request) => Answered(scene, visit, request))),
        (VisitMessages.ConsentWithdrawn, scene => OfRequest(scene, (visit, request) => Answered(scene, visit, request))),
        (VisitMessages.ConsentVoided, scene => OfRequest(scene, (visit, request) => Answered(scene, visit, request))),
        (VisitMessages.DoneWithoutGo, scene => scene.OfVisit(visit => WithoutGo(scene, visit))),
        (VisitMessages.GoLapsed, scene => scene.OfVisit(visit => GoLapsed(scene, visit))),
        (VisitMessages.HandedOver, scene => scene.OfVisit(visit => HandedOver(scene, visit))),
        (VisitMessages.Completion, scene => scene.OfVisit(visit => Completion(scene, visit))),
        (VisitMessages.ServiceRestored, scene => scene.OfVisit(visit => visit.ServiceState == ServiceState.Normal
            ? scene.Notice(Tone.Good, scene.Pen.Word("restored.told"), scene.Pen.About(visit), [scene.Pen.Word("restored.told.hint")], calls: [scene.Call(visit.Lead)])
            : new Drawn.Overtaken("The service is down again."))),
        (VisitMessages.Cancelled, scene => scene.OfVisit(visit => scene.Notice(Tone.Calm, scene.Pen.Word("status.cancelled"), scene.Pen.About(visit), [scene.Pen.Word("cancelled.hint")], calls: [scene.Call(visit.Lead)]))),
    ];

    private static Drawn OfRequest(OutgoingScene scene, Func<Visit, ConsentRequest, Drawn> draw) => scene.OfVisit(visit =>
        visit.Consents.FirstOrDefault(request => request.Id == VisitMessageData.Read(scene.Message.Data).Request) is { } request
            ? draw(visit, request)
            : new Drawn.Overtaken("The request is not on record."));

    private static Drawn Answered(OutgoingScene scene, Visit visit, ConsentRequest request)
    {
        var pen = scene.Pen;
        IEnumerable<CardButton> presses = scene.IsReadBy(visit.Lead) && visit.IsOpen
            ?
            [
                .. request.State is ConsentState.Approved ? [] : new[] { new CardButton(pen.Word("press.consents"), CardVerbs.ConsentAsk, ("visit", visit.Id)) { Style = ButtonStyle.Positive } },
                new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id)) { Style = request.State == ConsentState.Approved ? ButtonStyle.Positive : ButtonStyle.Default },
                .. request.State == ConsentState.Rejected ? [new CardButton(pen.Word("press.plan"), CardVerbs.PlanForm, ("visit", visit.Id))] : Array.Empty<CardButton>(),
            ]
            : [];
        return scene.Notice(
            ConsentRows.ToneOf(request.State), $"{pen.Word($"consent.of.{request.Role.Name()}")} — {pen.Word($"consent.state.{request.State.Name()}")}", pen.About(visit),
            [pen.Say(ConsentStory.Of(request, visit, scene.Workplace, scene.Now))],
            buttons: presses,
            calls: request.State == ConsentState.Approved ? [] : [scene.Call(scene.IsReadBy(visit.Lead) ? request.AnsweredBy ?? request.AskedOf.FirstOrDefault() : visit.Lead)]);
    }

    private static Drawn WithoutGo(OutgoingScene scene, Visit visit)
    {
        var pen = scene.Pen;
        var data = VisitMessageData.Read(scene.Message.Data);
        var run = data.Run is { } number && number <= visit.Operations.Length && number > 0 ? visit.Operations[number - 1] : null;
        return run?.WithoutGo is not { } act ? new Drawn.Overtaken("The operation is not on record.") : scene.Notice(
            Tone.Attention, pen.Word("without_go.title"), pen.About(visit), [pen.Word("without_go.hint")],
            [
                (pen.Word("label.engineer"), pen.Person(visit.Lead)),
                (pen.Word("label.started"), pen.Clock(visit, scene.Now).Say(run.StartedAt, scene.Now)),
                (pen.Word("label.said_by"), ShownText.Name(act.SaidBy?.In(scene.Language))),
                (pen.Word("label.why"), ShownText.Clip(act.Why.In(scene.Language), 400)),
                (pen.Word("label.decision"), data.Decision ?? run.Decision),
            ],
            buttons: [new CardButton(pen.Word("press.status"), CardVerbs.VisitStatus, ("visit", visit.Id))],
            calls: [scene.Call(visit.Lead)]);
    }

    private static Drawn GoLapsed(OutgoingScene scene, Visit visit)
    {
        var pen = scene.Pen;
        var checks = VisitMessageData.Read(scene.Message.Data).Checks ?? [];
        return visit.Running is null ? new Drawn.Overtaken("The operation has ended.") : scene.Notice(
            Tone.Attention, pen.Word("lapsed.title"), pen.About(visit),
            [pen.Word("lapsed.hint", ("checks", pen.Join(checks.Select(check => scene.Workplace.Gate.Check(check) is { } rule ? pen.Say(rule.Title) : check))))],
            buttons:
            [
                new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id)) { Style = ButtonStyle.Positive },
                new CardButton(pen.Word("press.operation"), CardVerbs.Refresh, ("card", "operation"), ("visit", visit.Id)),
            ]);
    }

    private static Drawn HandedOver(OutgoingScene scene, Visit visit)
    {
        var pen = scene.Pen;
        var mine = scene.IsReadBy(visit.Lead);
        return scene.Notice(
            mine ? Tone.Warning : Tone.Calm, mine ? pen.Word("handed_over.yours") : pen.Word("handed_over.to", ("who", pen.Name(visit.Lead))), pen.About(visit),
            mine ? [visit.HandOverNote is { } note ? ShownText.Clip(note.In(pen.Language), 400) : "", pen.Word("handed_over.hint")] : [],
            VisitFactsShown.Of(pen, visit, scene.Now),
            mine
                ?
                [
                    new CardButton(pen.Word("press.status"), CardVerbs.VisitStatus, ("visit", visit.Id)) { Style = ButtonStyle.Positive },
                    new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id)),
                ]
                : [],
            calls: [scene.Call(mine ? visit.FormerLeads.LastOrDefault() : visit.Lead)]);
    }

    private static Drawn Completion(OutgoingScene scene, Visit visit) => visit.Operations.IsEmpty
        ? new Drawn.Overtaken("The operation is not on record.")
        : new Drawn.Show(OperationCard.Draw(scene.Deck, scene.Workplace, visit, null, scene.Reader ?? "", scene.Now, scene.Language));
}
