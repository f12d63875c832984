using NodaTime;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>Duties and the customer's questions: done, later, somebody else's; noted, answered.</summary>
internal static class DutyActions
{
    private const int UsualHours = 2;
    private const int MostHours = 48;

    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.DutyDone, VisitPress.Of(
            (turn, card, visit) => DoDuty.Decide(
                visit, card["duty"] ?? "", card["occasion"], PrivateText.Of(card["f_note"]), turn.Workplace, turn.Now, turn.Person.Id),
            ShowDuty)),
        (CardVerbs.DutySnooze, VisitPress.Of(
            (turn, card, visit) => SnoozeDuty.Decide(visit, card["duty"] ?? "", Later(turn, card), turn.Workplace, turn.Now, turn.Person.Id), ShowDuty)),
        (CardVerbs.DutyHandOn, VisitPress.Of(
            (turn, card, visit) => HandOnDuty.Decide(visit, card["duty"] ?? "", card["f_to"] ?? "", turn.Workplace, turn.Now, turn.Person.Id), ShowDuty)),
        (CardVerbs.QuestionNote, VisitPress.Of(
            (turn, card, visit) => NoteQuestion.Decide(
                visit, PrivateText.Of(card["f_question"]), PrivateText.Of(card["f_contact"]), turn.Workplace, turn.Now, turn.Person.Id),
            ShowQuestions)),
        (CardVerbs.QuestionAnswer, VisitPress.Of(
            (turn, card, visit) => AnswerQuestion.Decide(visit, card["question"] ?? card["f_which"], PrivateText.Of(card["f_answer"]), turn.Workplace, turn.Now, turn.Person.Id),
            ShowQuestions)),
        (CardVerbs.QuestionList, (turn, card, _) =>
        {
            if (ChosenVisit.Of(turn, card) is { } visit)
            {
                turn.SayBeside(QuestionsCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
            }

            return ValueTask.CompletedTask;
        }),
        (CardVerbs.Due, (turn, _, _) => DueSaid.Say(turn)),
    ];

    private static Instant Later(Turn turn, CardInput card) => turn.Now + Duration.FromHours(Math.Clamp(card.Number("f_hours") ?? UsualHours, 1, MostHours));

    private static void ShowDuty(Turn turn, CardInput card, Visit visit) =>
        turn.Say(DutyCard.Draw(turn.Tools.Deck, turn.Workplace, visit, card["duty"] ?? "", card["occasion"], turn.Person.Id, turn.Now, turn.Language));

    private static void ShowQuestions(Turn turn, CardInput card, Visit visit) =>
        turn.Say(QuestionsCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
}
