using NodaTime;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>The customer's open questions and problems of a visit (4.4-12, 6.5-7).</summary>
internal static class QuestionsCard
{
    private const int MostShown = 6;

    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var clock = pen.Clock(visit, now);
        var open = visit.Questions.Where(question => question.AnsweredAt is null).ToList();
        var note = new CardQuestion(
            pen.Word("questions.note"), new CardButton(pen.Word("questions.note.press"), CardVerbs.QuestionNote, ("visit", visit.Id)),
            new CardField("f_question", InputKind.Paragraph, pen.Word("questions.question")) { Error = pen.Word("questions.missing") },
            new CardField("f_contact", InputKind.Line, pen.Word("questions.contact")));
        return TextCard.Draw(
            pen, open.Count == 0 ? Tone.Good : Tone.Warning, pen.Word(open.Count == 0 ? "questions.none" : "questions.title"), pen.About(visit),
            visit.Questions.TakeLast(MostShown).Select(question => question.AnsweredAt is null
                ? pen.Word("questions.open", ("id", question.Id), ("question", Shown(question.Question, language)), ("since", Pen.Moment(clock, question.At, now)))
                : pen.Word("questions.answered", ("id", question.Id), ("question", Shown(question.Question, language)), ("answer", Shown(question.Answer!, language)))),
            [],
            questions: open.Count == 0 ? [note] : [Answer(pen, visit, open), note]);
    }

    private static CardQuestion Answer(Pen pen, Visit visit, IReadOnlyList<CustomerQuestion> open) => new(
        pen.Word("questions.answer"),
        new CardButton(pen.Word("questions.answer.press"), CardVerbs.QuestionAnswer, ("visit", visit.Id)),
        new CardField("f_which", InputKind.Menu, pen.Word("questions.which"))
        {
            Value = open[0].Id,
            Error = pen.Word("questions.missing"),
            Choices = [.. open.Take(MostShown).Select(question => (question.Id, $"{question.Id} {ShownText.Clip(question.Question.In(pen.Language), 24)}"))],
        },
        new CardField("f_answer", InputKind.Paragraph, pen.Word("questions.what")) { Error = pen.Word("questions.missing") });

    private static string Shown(Ledger.PrivateText text, Language language) => ShownText.Clip(text.In(language), 80);
}
