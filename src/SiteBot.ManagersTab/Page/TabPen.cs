using System.Globalization;
using System.Text;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.ManagersTab.Page;

/// <summary>What drawing the tab needs beside its values: words, names and clocks, in the reader's language.</summary>
internal sealed class TabPen(Workplace workplace, Language language, Instant now)
{
    private const int Longest = 200;

    public Workplace Workplace => workplace;

    public Language Language => language;

    public Instant Now => now;

    public string Word(string key, params ReadOnlySpan<(string Place, string Value)> values) => workplace.Texts.Get(key, language, values);

    public string Say(Text text) => Shown(text.In(language));

    /// <summary>A person's name; the id where the directory has nobody of it.</summary>
    public string Name(string person) => person.Length == 0 ? Word("tab.nobody") : Shown(workplace.Directory.FindPerson(person)?.Name.In(language) ?? person);

    public string Names(IEnumerable<string> people) => Join(people.Select(Name));

    public string Join(IEnumerable<string> things) => string.Join(language == Language.Zh ? "、" : ", ", things);

    public string? Phone(string? person) => person is null ? null : workplace.Directory.FindPerson(person)?.Phone;

    public string Office(string office) => Shown(workplace.Directory.FindOffice(office)?.Name.In(language) ?? office);

    public string Product(string product) => Shown(workplace.Directory.FindProduct(product)?.Name.In(language) ?? product);

    /// <summary>A site's name with its id.</summary>
    public string Site(string? site) => site is null or "" ? "" : workplace.Directory.FindSite(site) is { } known ? $"{Shown(known.Name.In(language))} {known.Id}" : Shown(site);

    /// <summary>The service of a visit, with what it is done to.</summary>
    public string About(Visit visit) => Dotted(
        workplace.Standard.FindService(visit.Service) is { } service ? Say(service.Name) : visit.Service,
        (visit.Plan.Equipment, visit.Plan.TargetVersion) switch
        {
            (null, null) => null,
            (var equipment, null) => Shown(equipment),
            var (equipment, version) => Shown($"{equipment} → {version}".TrimStart()),
        });

    /// <summary>A site's clock; a site that left the directory keeps its regional office's.</summary>
    public SiteClock Clock(string? site, string? office) => new(
        workplace.Directory.FindSite(site ?? "")?.Zone ?? workplace.Directory.FindOffice(office ?? "")?.Zone ?? DateTimeZone.Utc, now);

    public SiteClock Clock(Visit visit) => Clock(visit.Site, visit.Office);

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public string Age(Instant since)
    {
        var age = Duration.Max(now - since, Duration.Zero);
        return age >= Duration.FromDays(2) ? Count("tab.age.days", age.TotalDays) : age >= Duration.FromHours(2) ? Count("tab.age.hours", age.TotalHours) : Count("tab.age.minutes", age.TotalMinutes);
    }

    public static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>Parts of one line, those left out that are empty.</summary>
    public static string Dotted(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What people typed, on one line, at most 200 characters, without what steers the direction of writing.</summary>
    public static string Shown(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return "";
        }

        var shown = new StringBuilder(Math.Min(typed.Length, Longest));
        var elements = StringInfo.GetTextElementEnumerator(typed.Trim());
        for (var count = 0; elements.MoveNext(); count++)
        {
            if (count == Longest || shown.Length > 4 * Longest)
            {
                return shown.Append('…').ToString();
            }

            var element = elements.GetTextElement();
            shown.Append(Rune.GetRuneAt(element, 0) is var rune && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator ? " " : element);
        }

        return shown.ToString();
    }

    private string Count(string key, double count) => Word(key, ("count", ((int)count).ToString(CultureInfo.InvariantCulture)));
}
