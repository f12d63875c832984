using SiteBot.Questions;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Delivery;

namespace SiteBot.Teams.Cards;

/// <summary>A question about the standard that was passed on (4.4-12): to who may answer it, and its answer to who asked.</summary>
internal static class QuestionOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (QuestionMessages.Asked, scene => Of(scene, question => Asked(scene, question))),
        (QuestionMessages.Answered, scene => Of(scene, question => question.Answer is null ? new Drawn.Overtaken("It has no answer.") : Answered(scene, question))),
    ];

    private static Drawn Of(OutgoingScene scene, Func<OpenQuestion, Drawn> draw) =>
        scene.View.Streams.FirstOrDefault(stream => stream.Stream == scene.Message.About) is { } view && QuestionStream.Read(view) is { } question
            ? draw(question)
            : new Drawn.Overtaken("The question is not on record.");

    private static Drawn Asked(OutgoingScene scene, OpenQuestion question)
    {
        var pen = scene.Pen;
        var open = question.Answer is null;
        return scene.Notice(
            open ? Tone.Warning : Tone.Good, pen.Word(open ? "question.asked" : "question.done"), pen.Person(question.AskedBy),
            [Words(scene, question), open && question.WasAnswered ? pen.Word("question.wrong") : ""],
            Facts(scene, question),
            questions: open
                ?
                [
                    new CardQuestion(
                        pen.Word("press.reply"), new CardButton(pen.Word("press.reply.confirm"), CardVerbs.AnswerPassedOn, ("asked", question.Id)) { Style = ButtonStyle.Positive },
                        new CardField("f_answer", InputKind.Paragraph, pen.Word("label.answer")) { Error = pen.Word("error.required") }),
                ]
                : [],
            calls: open ? [scene.Call(question.AskedBy)] : []);
    }

    private static Drawn Answered(OutgoingScene scene, OpenQuestion question) => scene.Notice(
        Tone.Good, scene.Pen.Word("question.answer"), question.AnsweredBy is { } by ? scene.Pen.Person(by) : "", [Words(scene, question)], Facts(scene, question),
        calls: [scene.Call(question.AnsweredBy)]);

    private static string Words(OutgoingScene scene, OpenQuestion question) => ShownText.Clip(question.Question?.In(scene.Language), ShownText.ParagraphLength);

    private static IEnumerable<(string Label, string Text)> Facts(OutgoingScene scene, OpenQuestion question) =>
    [
        (scene.Pen.Word("label.answer"), ShownText.Clip(question.Answer?.In(scene.Language), ShownText.ParagraphLength)),
        (scene.Pen.Word("label.answered_by"), question.AnsweredBy is { } by ? scene.Pen.Name(by) : ""),
    ];
}
