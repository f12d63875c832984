using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What must be said before the gate can decide: which operation, or whether the shelf is in service.</summary>
internal static class GateQuestionCard
{
    private static readonly OperationKind[] Offered =
        [OperationKind.Upgrade, OperationKind.Cutover, OperationKind.DataChange, OperationKind.Hardware, OperationKind.DisruptiveTest, OperationKind.ReadOnly];

    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, GateQuestion question, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return TextCard.Draw(pen, Tone.Calm, pen.Say(question.Sentence()), pen.About(visit), [], [], Buttons(pen, visit, question));
    }

    private static IEnumerable<CardButton> Buttons(Pen pen, Visit visit, GateQuestion question) => question == GateQuestion.ShelfInService
        ?
        [
            new CardButton(pen.Word("press.shelf.no"), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", OperationKind.PowerOn.Name()), ("shelf", "no")),
            new CardButton(pen.Word("press.shelf.yes"), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", OperationKind.PowerOn.Name()), ("shelf", "yes")),
        ]
        : Offered.Select(kind => new CardButton(Pen.Capital(pen.Say(pen.Workplace.Gate.For(kind).Name)), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", kind.Name())));
}
