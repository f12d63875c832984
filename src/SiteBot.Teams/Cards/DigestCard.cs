using NodaTime;
using SiteBot.Reminders;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>What a manager reads in the morning: visits in trouble without an alarm, what is overdue, what is due, what came to somebody else.</summary>
internal static class DigestCard
{
    private const int Most = 12;

    /// <summary>Draws the digest of a regional office.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="office">The regional office's id.</param>
    /// <param name="content">What is read.</param>
    /// <param name="visits">The regional office's open visits.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, string office, DigestContent content, IEnumerable<Visit> visits, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var open = visits.DistinctBy(visit => visit.Id).ToDictionary(visit => visit.Id, StringComparer.OrdinalIgnoreCase);
        var overdue = content.Due.Where(line => line.Overdue).ToList();
        var due = content.Due.Where(line => !line.Overdue).ToList();
        var title = pen.Word("digest.title", ("visits", $"{open.Count}"), ("due", $"{content.Due.Length}"), ("overdue", $"{overdue.Count}"));
        var name = workplace.Directory.FindOffice(office) is { } known ? ShownText.Name(known.Name.In(language)) : ShownText.Name(office);

        Action<CardData> Fields(int most) => data => data
            .Head(!content.Unescalated.IsEmpty ? Tone.Attention : overdue.Count > 0 ? Tone.Warning : Tone.Calm, title, name)
            .Lines("lines", [])
            .Sections(
                new CardSection(pen.Word("digest.unescalated"), [.. content.Unescalated.Take(most).Select(id => Visit(pen, open.GetValueOrDefault(id), id))], "6.5-1"),
                Section(pen, "digest.overdue", overdue, most, now),
                Section(pen, "digest.due", due, most, now),
                Section(pen, "digest.passed_on", [.. content.PassedOn], most, now))
            .Presses(
                [new CardButton(pen.Word("press.due"), CardVerbs.Due) { Style = ButtonStyle.Positive }],
                calls: content.Unescalated.Select(id => open.GetValueOrDefault(id)).OfType<Visit>().Select(visit => pen.Call(workplace.Directory.FindPerson(visit.Lead))));

        return pen.Draw("digest", Pen.Dotted(title, name), Fields(Most), Fields(5));
    }

    private static CardSection Section(Pen pen, string word, List<DueLine> lines, int most, Instant now) => new(
        pen.Word(word),
        [.. lines.Take(most).Select(line => new CardRow(pen.Say(line.Title), Pen.Dotted(pen.Names(line.Owners), DueCard.Note(pen, line, now))))],
        lines.Count > most ? pen.Word("more", ("count", $"{lines.Count - most}")) : "");

    private static CardRow Visit(Pen pen, Visit? visit, string id) => visit is null
        ? new CardRow(id)
        : new CardRow(pen.About(visit), pen.Person(visit.Lead), pen.Word($"service.{CardWords.Of(visit.ServiceState)}"), Tone.Attention);
}
