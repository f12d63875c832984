using SiteBot.Standard;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>Which form? Those that the visit has, in one menu.</summary>
internal static class FormChoiceCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, IReadOnlyCollection<FormType> forms, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var menu = new CardField("f_form", InputKind.Menu, pen.Word("formchoice.title"))
        {
            Value = forms.FirstOrDefault()?.Id ?? "",
            Error = pen.Word("formchoice.title"),
            Choices = [.. forms.Select(form => (form.Id, pen.Say(form.Name)))],
        };
        return TextCard.Draw(
            pen, Tone.Calm, pen.Word("formchoice.title"), pen.About(visit), [], [],
            questions: [new CardQuestion(pen.Word("formchoice.open"), new CardButton(pen.Word("formchoice.press"), CardVerbs.FormProduce, ("visit", visit.Id)) { Style = ButtonStyle.Positive }, menu)]);
    }
}
