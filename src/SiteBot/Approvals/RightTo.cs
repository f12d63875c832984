using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Approvals;

/// <summary>Who may act for a visit, in one place. A person without the right is told whom to ask, and nothing changes.</summary>
public static class RightTo
{
    /// <summary>Why <paramref name="by"/> may not act for the visit (plan, start, end, leave, hand over, ask for consents), or null. It may be done by who leads it or
    /// led it, by a colleague of its regional office, by the head of that, by the product's support, and by an administrator; deputies by date.</summary>
    public static Refusal? Act(Visit visit, string by, Workplace workplace, Instant now)
    {
        if (workplace.Directory.FindPerson(by) is not { } person)
        {
            return Stranger(workplace, now);
        }

        return Same(visit.Lead, by) || visit.FormerLeads.Any(former => Same(former, by)) || IsColleague(visit, person) || IsHead(visit, by, workplace, now)
            || IsProductSupport(visit, by, workplace, now) || IsAdministrator(by, workplace, now)
            ? null
            : NotYours(visit, workplace, now);
    }

    /// <summary>Why <paramref name="by"/> may not tell what was done in the visit (steps, photos, the service's state), or null. Remote support and the experts of
    /// its product may as well as those of <see cref="Act"/>: some steps are theirs.</summary>
    public static Refusal? Tell(Visit visit, string by, Workplace workplace, Instant now) =>
        IsHolder(visit, Role.RemoteSupport, by, workplace, now) || IsHolder(visit, Role.Expert, by, workplace, now) ? null : Act(visit, by, workplace, now);

    /// <summary>True for the head of the visit's regional office and deputies of this day.</summary>
    public static bool IsHead(Visit visit, string by, Workplace workplace, Instant now) =>
        workplace.Directory.HoldersForOffice(Role.OfficeHead, visit.Office, DayAt(visit, workplace, now)).Any(holder => Same(holder.Person.Id, by));

    /// <summary>True for product support of the visit's product and deputies of this day.</summary>
    public static bool IsProductSupport(Visit visit, string by, Workplace workplace, Instant now) => IsHolder(visit, Role.ProductSupport, by, workplace, now);

    /// <summary>True for administrators and deputies of this day, by UTC: they have no office.</summary>
    public static bool IsAdministrator(string by, Workplace workplace, Instant now) =>
        workplace.Directory.Holders(Role.Administrator, now.InUtc().Date).Any(holder => Same(holder.Person.Id, by));

    /// <summary>Refuses who is not in the directory.</summary>
    public static Refusal Stranger(Workplace workplace, Instant now) => new("person-unknown", new Text(
        $"请让管理员{Names(Administrators(workplace, now), Language.Zh)}把你加入通讯录，再来操作。",
        $"Ask the administrator{Names(Administrators(workplace, now), Language.En)} to put you into the directory, then try again."));

    /// <summary>The local day at a visit's site, for deputies.</summary>
    internal static LocalDate DayAt(Visit visit, Workplace workplace, Instant now)
    {
        var zone = workplace.Directory.FindSite(visit.Site)?.Zone ?? workplace.Directory.FindOffice(visit.Office)?.Zone ?? DateTimeZone.Utc;
        return new SiteClock(zone, now).DateOf(now);
    }

    /// <summary>The product that a visit is about; null where nobody has said.</summary>
    internal static string? ProductOf(Visit visit, Workplace workplace) =>
        workplace.Directory.FindSite(visit.Site) is { } site ? VersionRegister.ProductOf(visit.Plan, site) : visit.Plan.Product;

    internal static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    internal static IEnumerable<Person> Administrators(Workplace workplace, Instant now) =>
        workplace.Directory.Holders(Role.Administrator, now.InUtc().Date).Select(holder => holder.Person);

    /// <summary>People with their numbers, after a word of what they are: <c> Li Ming (+86 …)</c>; nothing where there is nobody.</summary>
    internal static string Names(IEnumerable<Person> people, Language language)
    {
        var named = people.Select(person => person.Phone is { } phone
            ? language == Language.Zh ? $"{person.Name.Zh}（{phone}）" : $"{person.Name.En} ({phone})"
            : person.Name.In(language)).ToList();
        return named.Count == 0 ? "" : $" {string.Join(language == Language.Zh ? "、" : " or ", named)}{(language == Language.Zh ? " " : "")}";
    }

    private static bool IsColleague(Visit visit, Person person) =>
        Same(person.Office, visit.Office) && (person.Is(Role.Engineer) || person.Is(Role.Contractor) || person.Is(Role.ProjectManager));

    // A visit whose product nobody has said concerns every product.
    private static bool IsHolder(Visit visit, Role role, string by, Workplace workplace, Instant now)
    {
        var day = DayAt(visit, workplace, now);
        var holders = ProductOf(visit, workplace) is { } product ? workplace.Directory.HoldersForProduct(role, product, day) : workplace.Directory.Holders(role, day);
        return holders.Any(holder => Same(holder.Person.Id, by));
    }

    private static Refusal NotYours(Visit visit, Workplace workplace, Instant now)
    {
        var ask = new[] { workplace.Directory.FindPerson(visit.Lead) }.OfType<Person>()
            .Concat(workplace.Directory.HoldersForOffice(Role.OfficeHead, visit.Office, DayAt(visit, workplace, now)).Select(holder => holder.Person)).Take(2).ToList();
        return new Refusal("visit-not-yours", new Text(
            $"请找{Names(ask, Language.Zh)}处理：这次现场服务只由负责工程师、本办事处同事和负责人、产品用服操作。",
            $"Ask{Names(ask, Language.En)}: only its engineer, colleagues and the head of its regional office and product support act for this visit."));
    }
}
