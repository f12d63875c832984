using NodaTime;
using SiteBot.Directory;
using SiteBot.Teams.Seam;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What drawing one card needs beside its own values: the templates, the words, the names of people and places, one language.</summary>
internal sealed class Pen(CardDeck deck, Workplace workplace, Language language)
{
    public Workplace Workplace => workplace;

    public Language Language => language;

    /// <summary>The card of the first variant that is small enough.</summary>
    /// <param name="name">The template.</param>
    /// <param name="summary">What it says in one line.</param>
    /// <param name="variants">What its fields name, the fullest first.</param>
    /// <exception cref="CardException">Even the last one is too large.</exception>
    public Card Draw(string name, string summary, params ReadOnlySpan<Action<CardData>> variants)
    {
        var line = ShownText.Clip(summary, 200);
        foreach (var fields in variants)
        {
            if (CardData.Of(data => fields(data.Put("lang", language.Code()).Put("summary", line)), data => deck.TryExpand(name, ActivityJson.Data(data))) is { } json)
            {
                return new Card(json, line);
            }
        }

        throw new CardException($"The card '{name}' is too large in every variant.");
    }

    /// <summary>The words of a key of <c>dialogs/texts</c>.</summary>
    public string Word(string key, params ReadOnlySpan<(string Place, string Value)> values) => workplace.Texts.Get(key, language, values);

    /// <summary>A text of ours in the card's language.</summary>
    public string Say(Text text) => text.In(language);

    /// <summary>A person's name; the id where the directory has nobody of it.</summary>
    public string Name(string person) => ShownText.Name(workplace.Directory.FindPerson(person)?.Name.In(language) ?? person);

    /// <summary>A person's name and number.</summary>
    public string Person(string person) => Dotted(Name(person), Phone(workplace.Directory.FindPerson(person)?.Phone));

    /// <summary>A number as it stands in the directory, kept on one line.</summary>
    public static string Phone(string? phone) => ShownText.Name(phone).Replace(' ', '\u00A0');

    /// <summary>A press that calls somebody, where there is a number.</summary>
    public CardCall? Call(Person? person) => person?.Phone is { } phone ? new CardCall(Word("press.call", ("name", ShownText.Name(person.Name.In(language)))), phone) : null;

    /// <summary>Several people's names.</summary>
    public string Names(IEnumerable<string> people) => Join(people.Select(Name));

    /// <summary>Several things in a sentence.</summary>
    public string Join(IEnumerable<string> things) => string.Join(language == Language.Zh ? "、" : ", ", things);

    /// <summary>As it stands at the head of a line.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>Parts of one line, those left out that are empty.</summary>
    public static string Dotted(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A site's name with its id.</summary>
    public string Site(string? site) =>
        site is null or "" ? "" : workplace.Directory.FindSite(site) is { } known ? $"{ShownText.Name(known.Name.In(language))} {known.Id}" : ShownText.Name(site);

    /// <summary>A site's clock; a site that left the directory keeps its regional office's.</summary>
    public SiteClock Clock(string? site, string? office, Instant now) => new(
        workplace.Directory.FindSite(site ?? "")?.Zone ?? workplace.Directory.FindOffice(office ?? "")?.Zone ?? DateTimeZone.Utc, now);

    /// <summary>The clock of a visit's site.</summary>
    public SiteClock Clock(Visit visit, Instant now) => Clock(visit.Site, visit.Office, now);

    /// <summary>A service type's name.</summary>
    public string Service(string service) => workplace.Standard.FindService(service) is { } known ? Say(known.Name) : service;

    /// <summary>What a visit is, in one line: the service, the equipment with its version, the site, the visit's id.</summary>
    public string About(Visit visit) => Dotted(Service(visit.Service), Equipment(visit.Plan), Site(visit.Site), visit.Id);

    /// <summary>The equipment, with the version that is to run.</summary>
    public static string Equipment(WorkPlan plan) => plan.TargetVersion is { } version
        ? $"{ShownText.Name(plan.Equipment)} → {ShownText.Name(version)}".TrimStart()
        : ShownText.Name(plan.Equipment);

    /// <summary>A moment in a long list: the hour, with the date where it is not today's. The card says once which clock that is.</summary>
    public static string Moment(SiteClock clock, Instant at, Instant now) => clock.Say(at, now) is var said && said.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? said[..end] : said;

    /// <summary>Who acts in a role, with a number to call: the first who has one, else the first.</summary>
    public static Person? ToCall(IEnumerable<RoleHolder> holders)
    {
        var people = holders.Select(holder => holder.Person).ToList();
        return people.FirstOrDefault(person => person.Phone is not null) ?? people.FirstOrDefault();
    }
}
