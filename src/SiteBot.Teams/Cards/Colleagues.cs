using SiteBot.Directory;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>Whom something can be handed to: a menu of people where there are few, else a line to write a name on.</summary>
internal static class Colleagues
{
    private const int MostInAMenu = 25;

    /// <summary>The people who work at sites for a regional office, without those named.</summary>
    public static CardField OfOffice(Pen pen, string id, string label, string office, params IEnumerable<string> without) =>
        Of(pen, id, label, pen.Workplace.Directory.People.Where(person => string.Equals(person.Office, office, StringComparison.OrdinalIgnoreCase)), without);

    /// <summary>These people, without those named.</summary>
    public static CardField Of(Pen pen, string id, string label, IEnumerable<Person> people, params IEnumerable<string> without)
    {
        var left = people.Where(person => !without.Contains(person.Id, StringComparer.OrdinalIgnoreCase)).DistinctBy(person => person.Id).ToList();
        return left.Count is 0 or > MostInAMenu
            ? new CardField(id, InputKind.Line, label) { Placeholder = pen.Word("hint.name"), Error = pen.Word("error.required") }
            : new CardField(id, InputKind.Menu, label)
            {
                Choices = [.. left.Select(person => (person.Id, ShownText.Name(person.Name.In(pen.Language))))],
                Placeholder = pen.Word("hint.choose"),
                Error = pen.Word("error.required"),
            };
    }

    // Engineers and contractors' engineers lead a visit, nobody else.
    private static IEnumerable<Person> Leads(Pen pen, string office) => pen.Workplace.Directory.People.Where(person =>
        string.Equals(person.Office, office, StringComparison.OrdinalIgnoreCase) && (person.Is(Role.Engineer) || person.Is(Role.Contractor)));

    /// <summary>Hands a visit to a colleague.</summary>
    public static CardQuestion HandOver(Pen pen, Visit visit) => new(
        pen.Word("press.hand_over"),
        new CardButton(pen.Word("press.hand_over.confirm"), CardVerbs.VisitHandOver, ("visit", visit.Id)),
        Of(pen, "f_to", pen.Word("label.to"), Leads(pen, visit.Office), visit.Lead),
        new CardField("f_note", InputKind.Paragraph, pen.Word("label.note")));
}
