using SiteBot.Directory;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>The first word to somebody: who this is, what it is for, and what to press.</summary>
internal static class GreetingCard
{
    /// <summary>Draws the greeting, with nothing at work.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Person person, Language language) => Draw(deck, workplace, person, null, language);

    /// <summary>Draws the greeting.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">The words.</param>
    /// <param name="person">Who is greeted.</param>
    /// <param name="visit">The visit that is worked on, or null.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Person person, Visit? visit, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        IEnumerable<string> lines = [pen.Word("greeting.who"), visit is null ? pen.Word("greeting.kept") : pen.Word("help.visit", ("visit", pen.About(visit)))];
        return HelpCard.Draw(pen, person, visit, pen.Word("greeting.hello", ("name", ShownText.Name(person.Name.In(language)))), lines);
    }
}
