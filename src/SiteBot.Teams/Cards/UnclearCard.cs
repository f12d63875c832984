using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Teams.Actions;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A message that may mean several things: which?</summary>
internal static class UnclearCard
{
    /// <summary>Draws the choice, at most three.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">The words.</param>
    /// <param name="meanings">What it may mean, the likeliest first.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, ImmutableArray<Intent> meanings, string text, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("unclear.title");
        var typed = ShownText.Carried(text, 1000);
        return pen.Draw("choice", title, data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [ShownText.Clip(text)])
            .Facts()
            .Choices(
                [
                    .. meanings.Where(meaning => meaning != Intent.None).Take(3).Select(meaning => new CardButton(pen.Word($"intent.{meaning.Name()}"), CardVerbs.Meant, ("intent", meaning.Name()), ("text", typed))),
                    new CardButton(pen.Word("press.help"), CardVerbs.Help),
                ]));
    }
}

/// <summary>What must be known before the gate can decide.</summary>
internal static class GateQuestionCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Rules and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="question">What must be known; leaving has a card of its own.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, GateQuestion question, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("gate_question.title");
        return pen.Draw("choice", Pen.Dotted(title, pen.Say(question.Sentence())), data => data
            .Head(Tone.Calm, title, pen.About(visit))
            .Lines("lines", [pen.Say(question.Sentence())])
            .Facts()
            .Choices(question == GateQuestion.ShelfInService
                ?
                [
                    new CardButton(pen.Word("gate_question.in_service"), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", OperationKind.PowerOn.Name()), ("shelf", "yes")),
                    new CardButton(pen.Word("gate_question.not_in_service"), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", OperationKind.PowerOn.Name()), ("shelf", "no")),
                ]
                : Enum.GetValues<OperationKind>().Where(kind => kind is not (OperationKind.StartWorks or OperationKind.LeaveSite)).Select(kind => new CardButton(
                    Pen.Capital(pen.Say(workplace.Gate.For(kind).Name)), CardVerbs.GateAsk, ("visit", visit.Id), ("operation", kind.Name())))));
    }
}
