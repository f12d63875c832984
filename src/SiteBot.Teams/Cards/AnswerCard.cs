using SiteBot.Answers;
using SiteBot.Gate;
using SiteBot.Standard;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What the standard says: the rule, the provisions it rests on with their number, force and words, and what can be done about it now.</summary>
internal static class AnswerCard
{
    private const int MostSteps = 2;

    /// <summary>Draws the answer, or that the standard is silent.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Standard and words.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="visit">The visit that is worked on, or null: its steps can be pressed.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="id">An id of this answer, so that a double click passes the question on once.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, string question, Answers.Answer answer, Visit? visit, Language language, string? id = null)
    {
        var pen = new Pen(deck, workplace, language);
        var title = answer.Answered ? pen.Word(answer.Own.Any(own => own.Id == answer.Provisions[0]) ? "answer.title_own" : "answer.title", ("ids", string.Join(", ", answer.Provisions.Take(3)))) : pen.Word("answer.silent");
        var typed = ShownText.Carried(question, 500);

        Action<CardData> Fields(int length) => data => data
            .Head(answer.Answered ? Tone.Calm : Tone.Warning, title, ShownText.Clip(question))
            .Lines("lines", [ShownText.Clip(answer.Text, 900)])
            .Sections(answer.Provisions.Select(id => Provision(pen, answer, id, length)))
            .Presses(
            [
                .. visit is { IsOpen: true } ? Steps(pen, visit, answer) : [],
                .. answer.Answered ? [new CardButton(pen.Word("press.right"), CardVerbs.AnswerRight, ("question", typed))] : Array.Empty<CardButton>(),
                new CardButton(pen.Word(answer.Answered ? "press.wrong" : "press.pass_on"), CardVerbs.PassQuestionOn, ("question", typed), ("id", id), ("answered", answer.Answered ? "true" : null)) { Style = answer.Answered ? ButtonStyle.Default : ButtonStyle.Positive },
            ]);

        return pen.Draw("answer", Pen.Dotted(title, ShownText.Clip(answer.Text, 120)), Fields(500), Fields(200));
    }

    private static CardSection Provision(Pen pen, Answers.Answer answer, string id, int length)
    {
        if (answer.Own.FirstOrDefault(one => one.Id == id) is { } own)
        {
            return new CardSection(
                ShownText.Name(id), [new CardRow(ShownText.Clip(pen.Say(own.Text), length)), new CardRow(pen.Word("answer.own", ("source", ShownText.Clip(pen.Say(own.Source), 80))))], pen.Word($"force.{own.Force.Name()}"));
        }

        var provision = pen.Workplace.Standard.Find(id);
        var text = pen.Workplace.Standard.TextOf(id);
        return new CardSection(id, text is null ? [] : [new CardRow(ShownText.Clip(pen.Say(text), length))], provision is null ? pen.Word("answer.term") : pen.Word($"force.{provision.Force.Name()}"));
    }

    private static IEnumerable<CardButton> Steps(Pen pen, Visit visit, Answers.Answer answer)
    {
        var procedure = pen.Workplace.Procedures.Of(visit.Service, visit.Procedure);
        return procedure.Steps.Where(step => step.Provisions.Any(id => answer.Provisions.Contains(id)) && !visit.Steps.ContainsKey(step.Id)).Take(MostSteps).Select(step => new CardButton(
            pen.Word("press.tell.step", ("step", pen.Say(step.Title))), CardVerbs.StepShow, ("visit", visit.Id), ("step", step.Id)));
    }
}
