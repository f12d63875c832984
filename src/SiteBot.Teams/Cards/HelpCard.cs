using SiteBot.Directory;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What the bot can do for this person now, to press and to type.</summary>
internal static class HelpCard
{
    private static readonly string[] AtSite = ["gate", "backup", "trouble", "checklist"];
    private static readonly string[] AtDesk = ["due", "consent", "status", "freeze", "release"];

    /// <summary>Draws the menu.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">The words.</param>
    /// <param name="person">Who reads it.</param>
    /// <param name="visit">The visit that is worked on, or null.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Person person, Visit? visit, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return Draw(pen, person, visit, pen.Word("help.title"), visit is null ? [pen.Word("help.intro")] : [pen.Word("help.visit", ("visit", pen.About(visit)))]);
    }

    internal static Card Draw(Pen pen, Person person, Visit? visit, string title, IEnumerable<string> lines)
    {
        string[] examples = [.. WorksAtSites(person) ? AtSite : AtDesk, "ask"];
        List<string> said = [.. lines];
        return pen.Draw("menu", Pen.Dotted([title, .. said]), data => data
            .Head(Tone.Calm, title)
            .Lines("lines", said)
            .Put("typing", pen.Word("help.typing"))
            .List("examples", examples, (to, example) => to.Put("text", pen.Word($"help.type.{example}")).Put("what", pen.Word($"help.what.{example}")))
            .Presses(Buttons(pen, person, visit)));
    }

    private static IEnumerable<CardButton> Buttons(Pen pen, Person person, Visit? visit)
    {
        var other = pen.Language == Language.Zh ? Language.En : Language.Zh;
        if (visit is not null)
        {
            yield return new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id)) { Style = ButtonStyle.Positive };
            yield return new CardButton(pen.Word("press.checklist"), CardVerbs.VisitChecklist, ("visit", visit.Id));
            yield return new CardButton(pen.Word("press.status"), CardVerbs.VisitStatus, ("visit", visit.Id));
        }

        if (WorksAtSites(person))
        {
            yield return new CardButton(pen.Word("press.begin"), CardVerbs.VisitForm) { Style = visit is null ? ButtonStyle.Positive : ButtonStyle.Default };
        }

        yield return new CardButton(pen.Word("press.due"), CardVerbs.Due);
        yield return new CardButton(pen.Word($"press.language.{other.Code()}"), CardVerbs.Language, ("to", other.Code()));
    }

    private static bool WorksAtSites(Person person) => person.Roles.Any(role => role is Role.Engineer or Role.Contractor or Role.ProjectManager or Role.ProductSupport or Role.RemoteSupport);
}
