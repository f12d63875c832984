using SiteBot.Escalation;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Delivery;

namespace SiteBot.Teams.Cards;

/// <summary>What is told of alarms.</summary>
internal static class AlarmOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (AlarmMessages.Card, scene => scene.OfAlarm(alarm => Whole(scene, alarm, null))),
        (AlarmMessages.Climb, scene => Current(scene, alarm => Whole(scene, alarm, "alarm.climb"))),
        (AlarmMessages.Help, scene => Current(scene, alarm => Whole(scene, alarm, "alarm.help"))),
        (AlarmMessages.HandedOn, scene => Current(scene, alarm => Whole(scene, alarm, scene.IsReadBy(alarm.Owner) ? "alarm.yours" : "alarm.taken"))),
        (AlarmMessages.Acknowledged, scene => Current(scene, alarm => Line(scene, alarm, Tone.Good, scene.Pen.Word("alarm.seen", ("who", Who(scene, alarm)))))),
        (AlarmMessages.TakenBack, scene => scene.OfAlarm(alarm => Line(scene, alarm, Tone.Calm, scene.Pen.Word("alarm.false", ("who", scene.Pen.Name(alarm.RaisedBy)))))),
        (AlarmMessages.Resolved, scene => scene.OfAlarm(alarm => Line(scene, alarm, Tone.Good, scene.Pen.Word("alarm.over", ("what", ShownText.Clip(alarm.WhatWasDone?.In(scene.Language), 400)))))),
        (AlarmMessages.Silence, scene => Current(scene, alarm => Silence(scene, alarm))),
    ];

    private static Drawn Current(OutgoingScene scene, Func<Alarm, Drawn> draw) => scene.OfAlarm(alarm =>
        AlarmMessages.IsOvertaken(scene.Message, alarm) ? new Drawn.Overtaken("The alarm has moved on since.") : draw(alarm));

    // In a channel the people who are told first are called by name.
    private static Drawn Whole(OutgoingScene scene, Alarm alarm, string? word)
    {
        var card = AlarmCard.Draw(scene.Deck, scene.Workplace, alarm, scene.Reader, scene.Now, scene.Language);
        var shown = word is null ? card : card with { Summary = Pen.Dotted(scene.Pen.Word(word), card.Summary) };
        return scene.Reader is not null ? new Drawn.Show(shown) : new Drawn.Show(
            shown, alarm.State == AlarmState.Open ? [.. alarm.ReachedBy(scene.Now).Take(10).Select(person => new Mentioned(person, scene.Pen.Name(person)))] : [])
        {
            Viewers = [.. AlarmCard.Viewers(alarm, scene.Now)],
        };
    }

    private static Drawn Line(OutgoingScene scene, Alarm alarm, Tone tone, string line) => scene.Notice(
        tone, AlarmCard.Title(scene.Pen, alarm), AlarmCard.About(scene.Pen, alarm), [line],
        calls: alarm.IsOpen ? [scene.Call(alarm.Owner ?? alarm.AcknowledgedBy)] : []);

    private static string Who(OutgoingScene scene, Alarm alarm) => (alarm.Owner ?? alarm.AcknowledgedBy) is { } who ? scene.Pen.Person(who) : "";

    private static Drawn Silence(OutgoingScene scene, Alarm alarm)
    {
        var here = scene.Reader is { } reader && alarm.IsReporter(reader);
        (string, string?)[] data = [("alarm", alarm.Id), ("round", $"{alarm.Round}")];
        return scene.Notice(
            Tone.Attention, scene.Pen.Word(here ? "silence.title" : "silence.up.title"), AlarmCard.About(scene.Pen, alarm), [scene.Pen.Word(here ? "silence.ask" : "silence.up.hint")],
            questions: here
                ?
                [
                    new CardQuestion(
                        scene.Pen.Word("press.alarm.details"), new CardButton(scene.Pen.Word("press.alarm.details.confirm"), CardVerbs.AlarmDetails, data) { Style = ButtonStyle.Positive },
                        new CardField("f_words", InputKind.Paragraph, scene.Pen.Word("label.more")) { Error = scene.Pen.Word("error.required") }),
                ]
                : [],
            calls: (here ? [alarm.Owner ?? alarm.AcknowledgedBy] : alarm.Reports.Select(report => (string?)report.By)).Select(scene.Call));
    }
}
