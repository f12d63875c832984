using SiteBot.Directory;
using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>There is no open visit that a question could be about: how to begin one.</summary>
internal static class NoVisitCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Person person, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return TextCard.Draw(
            pen, Tone.Calm, pen.Word("novisit.title"), "", [pen.Word("novisit.how")], [],
            [new CardButton(pen.Word("press.begin"), CardVerbs.VisitForm) { Style = ButtonStyle.Positive }, new CardButton(pen.Word("press.due"), CardVerbs.Due)]);
    }
}
