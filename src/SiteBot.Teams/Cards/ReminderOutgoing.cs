using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What is told as its time comes: duties, consents that wait, running operations, silence, the morning digest, and the visit's card in its channel.</summary>
internal static class ReminderOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (ReminderMessages.Duty, scene => Current(scene, (visit, data) => Duty(scene, visit, data))),
        (ReminderMessages.Lapses, scene => Current(scene, (visit, data) => Duty(scene, visit, data))),
        (ReminderMessages.Overdue, scene => Current(scene, (visit, data) => Duty(scene, visit, data))),
        (ReminderMessages.ConsentChase, scene => Current(scene, (visit, data) => Chase(scene, visit, data))),
        (ReminderMessages.ConsentUnanswered, scene => Current(scene, (visit, data) => Unanswered(scene, visit, data))),
        (ReminderMessages.Operation, scene => Current(scene, (visit, data) => new Drawn.Show(OperationCard.Draw(
            scene.Deck, scene.Workplace, visit, data.What, scene.Reader ?? "", scene.Now, scene.Language)))),
        (ReminderMessages.Silence, scene => Current(scene, (visit, _) => Silence(scene, visit))),
        (ReminderMessages.SilenceUp, scene => Current(scene, (visit, data) => SilenceUp(scene, visit, data))),
        (ReminderMessages.Escort, scene => Current(scene, (visit, _) => Escort(scene, visit))),
        (ReminderMessages.VisitCard, scene => scene.OfVisit(visit => new Drawn.Show(VisitChannelCard.Draw(scene.Deck, scene.Workplace, visit, scene.Now, scene.Language))
        {
            Viewers = VisitChannelCard.Viewers(visit, scene.Workplace, scene.Now),
        })),
        (ReminderMessages.MorningDigest, Digest),
    ];

    private static Drawn Current(OutgoingScene scene, Func<Visit, ReminderData, Drawn> draw) => scene.OfVisit(visit =>
        ReminderStanding.IsOvertaken(scene.Message, visit, scene.Workplace, scene.Now)
            ? new Drawn.Overtaken("It was done, answered or ended since.")
            : draw(visit, ReminderData.Read(scene.Message.Data)));

    private static Drawn Duty(OutgoingScene scene, Visit visit, ReminderData data) =>
        scene.Workplace.Procedures.Of(visit.Service, visit.Procedure).FindDuty(data.Duty ?? "") is { } duty
            ? new Drawn.Show(ReminderCard.Draw(scene.Deck, scene.Workplace, visit, duty, scene.Message.Kind, data, scene.Reader, scene.Now, scene.Language))
            : new Drawn.Overtaken("The visit's procedure has no such duty any more.");

    private static Drawn Chase(OutgoingScene scene, Visit visit, ReminderData data)
    {
        var request = visit.Consents.First(known => known.Id == data.Request);
        return new Drawn.Show(ConsentCard.Draw(scene.Deck, scene.Workplace, visit, request, scene.Reader, scene.Now, scene.Language, chased: true)) { Viewers = ConsentCard.Viewers(request) };
    }

    private static Drawn Unanswered(OutgoingScene scene, Visit visit, ReminderData data)
    {
        var request = visit.Consents.First(known => known.Id == data.Request);
        var pen = scene.Pen;
        return scene.Notice(
            Tone.Warning, pen.Word("consent.unanswered", ("who", pen.Word($"consent.of.{request.Role.Name()}"))), pen.About(visit),
            [pen.Say(ConsentStory.Of(request, visit, scene.Workplace, scene.Now))],
            [(pen.Word("label.window"), pen.Clock(visit, scene.Now).SayStretch(request.Scope.From, request.Scope.To, scene.Now))],
            scene.IsReadBy(visit.Lead) ? [] : [new CardButton(pen.Word("press.consent.show"), CardVerbs.Refresh, ("card", "consent"), ("visit", visit.Id), ("request", request.Id)) { Style = ButtonStyle.Positive }],
            calls: request.AskedOf.Select(scene.Call));
    }

    private static Drawn Silence(OutgoingScene scene, Visit visit)
    {
        var pen = scene.Pen;
        CardButton State(ServiceState state, ButtonStyle style) => new(pen.Word($"service.{CardWords.Of(state)}"), CardVerbs.ServiceTold, ("visit", visit.Id), ("state", state.Name())) { Style = style };
        return scene.Notice(
            Tone.Attention, pen.Word("silence.title"), pen.About(visit), [pen.Word("silence.ask")], [(pen.Word("label.service_state"), pen.Word($"service.{CardWords.Of(visit.ServiceState)}"))],
            [State(ServiceState.Normal, ButtonStyle.Positive), State(ServiceState.SeverelyDegraded, ButtonStyle.Default), State(ServiceState.Interrupted, ButtonStyle.Destructive)]);
    }

    private static Drawn SilenceUp(OutgoingScene scene, Visit visit, ReminderData data)
    {
        var pen = scene.Pen;
        return scene.Notice(
            Tone.Attention, pen.Word("silence.up.title"), pen.About(visit), [pen.Word("silence.up.hint")],
            [
                (pen.Word("label.service_state"), pen.Word($"service.{CardWords.Of(visit.ServiceState)}")),
                (pen.Word("label.last_heard"), pen.Clock(visit, scene.Now).Say(data.At ?? visit.LastToldAt, scene.Now)),
                (pen.Word("label.engineer"), pen.Person(visit.Lead)),
                (pen.Word("label.contact"), VisitFactsShown.Contact(pen, visit)),
            ],
            calls: [scene.Call(visit.Lead), visit.ContactPhone?.Value is { } phone ? new CardCall(pen.Word("press.call", ("name", ShownText.Name(visit.ContactName?.In(scene.Language)) is { Length: > 0 } name ? name : phone)), phone) : null]);
    }

    private static Drawn Escort(OutgoingScene scene, Visit visit)
    {
        var line = Checklist.Of(visit, scene.Workplace, scene.Now).Lines.FirstOrDefault(known => known.Step.Gives == "escort");
        return line is null
            ? new Drawn.Overtaken("The visit's procedure has no such step any more.")
            : scene.Notice(
                Tone.Warning, scene.Pen.Word("escort.title"), scene.Pen.About(visit), [scene.Pen.Say(line.Step.Ask)],
                [(scene.Pen.Word("label.until"), ReminderData.Read(scene.Message.Data).At is { } at ? scene.Pen.Clock(visit, scene.Now).Say(at, scene.Now) : "")],
                [new CardButton(scene.Pen.Word("press.tell"), CardVerbs.StepShow, ("visit", visit.Id), ("step", line.Step.Id)) { Style = ButtonStyle.Positive }]);
    }

    private static Drawn Digest(OutgoingScene scene)
    {
        var office = ReminderData.Read(scene.Message.Data).Office ?? "";
        List<Visit> visits = [.. scene.Visits.Where(visit => visit.IsOpen && string.Equals(visit.Office, office, StringComparison.OrdinalIgnoreCase))];
        List<Alarm> alarms = [.. scene.Alarms.Where(alarm => alarm.IsOpen)];
        var content = MorningDigest.Content(visits, alarms, scene.Workplace, scene.Now);
        return content.IsEmpty
            ? new Drawn.Overtaken("Nothing is owed this morning.")
            : new Drawn.Show(DigestCard.Draw(scene.Deck, scene.Workplace, office, content, visits, scene.Now, scene.Language));
    }
}
