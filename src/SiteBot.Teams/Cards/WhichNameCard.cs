using SiteBot.Directory;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Turns;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Cards;

/// <summary>A name that several things fit: which? At most three, to press, or to answer by number or name.</summary>
internal static class WhichNameCard
{
    /// <summary>Draws the choice.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, NameQuestion question, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word($"which.{question.Kind.ToString().ToLowerInvariant()}", ("words", ShownText.Clip(question.Words, 60)));
        return pen.Draw("choice", Pen.Dotted([title, .. Lines(pen, question)]), data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [pen.Word("which.hint")])
            .Facts()
            .Choices(
                [
                    .. question.Things.Select((thing, at) => new CardButton(
                        $"{at + 1}  {Called(pen, thing)}", CardVerbs.NameChoose, ("question", question.Id), ("chosen", thing.Key))),
                    new CardButton(pen.Word("which.none"), CardVerbs.Dismiss, ("card", "which")),
                ]));
    }

    /// <summary>The choice in lines of text, each with its number.</summary>
    public static IEnumerable<string> Lines(Pen pen, NameQuestion question) => question.Things.Select((thing, at) => $"{at + 1} {Called(pen, thing)}");

    /// <summary>A thing so that it is told from others of the same name.</summary>
    public static string Called(Pen pen, NamedThing thing) => thing.Kind switch
    {
        NamedKind.Person when pen.Workplace.Directory.FindPerson(thing.Key) is { } person => Pen.Dotted(
            ShownText.Name(person.Name.In(pen.Language)), OfficeOf(pen, person), ShownText.Name(person.Id)),
        NamedKind.Equipment when thing.Key.Split('/', 2) is [var site, var equipment] => Pen.Dotted(ShownText.Name(equipment), pen.Site(site)),
        _ => pen.Site(thing.Key),
    };

    private static string? OfficeOf(Pen pen, Person person) =>
        person.Office is { } office && pen.Workplace.Directory.FindOffice(office) is { } regional ? ShownText.Name(regional.Name.In(pen.Language)) : null;
}
