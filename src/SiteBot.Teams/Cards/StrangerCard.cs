using SiteBot.Directory;

namespace SiteBot.Teams.Cards;

/// <summary>What somebody hears who is not in the directory: whom to ask. Nothing else: the standard is internal.</summary>
internal static class StrangerCard
{
    private const int MostNamed = 3;

    /// <summary>Draws it for somebody of the company's tenants: their administrators are named.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var administrators = workplace.Directory.People.Where(person => person.Is(Role.Administrator)).Take(MostNamed).ToList();
        return TextCard.Draw(
            pen, Tone.Warning, pen.Word("stranger.title"), "", [pen.Word("stranger.ask", ("who", pen.Join(administrators.Select(person => pen.Person(person.Id)))))], [],
            calls: administrators.Select(pen.Call).OfType<CardCall>());
    }

    /// <summary>Draws it for a guest of another tenant: nobody is named.</summary>
    public static Card DrawForOutsider(CardDeck deck, Workplace workplace, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return TextCard.Draw(pen, Tone.Warning, pen.Word("stranger.title"), "", [pen.Word("stranger.outside")], []);
    }
}
