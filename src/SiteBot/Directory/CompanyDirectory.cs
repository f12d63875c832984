using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>
/// People, regional offices, customers, sites and products, as one directory file says. Immutable; every id that it names exists in it. Ids are found blind
/// to case. Releases, freezes, channel bindings and languages told in chat come later than the file and are no part of it.
/// </summary>
public sealed class CompanyDirectory
{
    private readonly FrozenDictionary<string, Person> people;
    private readonly FrozenDictionary<string, Person> byAadObjectId;
    private readonly FrozenDictionary<string, Person> byChannelUserId;
    private readonly FrozenDictionary<string, Site> sites;
    private readonly FrozenDictionary<string, RegionalOffice> offices;
    private readonly FrozenDictionary<string, Customer> customers;
    private readonly FrozenDictionary<string, Product> products;

    internal CompanyDirectory(
        SourceFile source,
        ImmutableArray<RegionalOffice> offices,
        ImmutableArray<Customer> customers,
        ImmutableArray<Site> sites,
        ImmutableArray<Product> products,
        ImmutableArray<Person> people)
    {
        (Source, Offices, Customers, Sites, Products, People) = (source, offices, customers, sites, products, people);
        this.offices = ById(offices, office => office.Id);
        this.customers = ById(customers, customer => customer.Id);
        this.sites = ById(sites, site => site.Id);
        this.products = ById(products, product => product.Id);
        this.people = ById(people, person => person.Id);
        byAadObjectId = ById(people.Where(person => person.AadObjectId is not null), person => person.AadObjectId!);
        byChannelUserId = people.SelectMany(person => person.ChannelUserIds.Select(id => (id, person)))
            .ToFrozenDictionary(pair => pair.id, pair => pair.person, StringComparer.Ordinal);
    }

    /// <summary>The text that this was read from, so that it can be stored with what was decided by it.</summary>
    public SourceFile Source { get; }

    /// <summary>The directory's version: lower-case hexadecimal SHA-256 of its text.</summary>
    public string ContentHash => Source.ContentHash;

    /// <summary>The regional offices, in the file's order.</summary>
    public ImmutableArray<RegionalOffice> Offices { get; }

    /// <summary>The customers, in the file's order.</summary>
    public ImmutableArray<Customer> Customers { get; }

    /// <summary>The sites, in the file's order.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>The products, in the file's order.</summary>
    public ImmutableArray<Product> Products { get; }

    /// <summary>The people, in the file's order.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>A person by id, or null.</summary>
    public Person? FindPerson(string id) => people.GetValueOrDefault(id);

    /// <summary>A person by id, or by the name as the directory writes it in either language; null where there is none, or several of that name.</summary>
    public Person? FindNamed(string written) => FindPerson(written) ?? (People.Where(person => IsName(person.Name, written.Trim())).Take(2).ToList() is [var only] ? only : null);

    /// <summary>A person by the object id of the tenant, or null.</summary>
    public Person? FindByAadObjectId(string aadObjectId) => byAadObjectId.GetValueOrDefault(aadObjectId);

    /// <summary>A person by a channel's user id, or null. For local mode only: elsewhere a user id identifies nobody.</summary>
    public Person? FindByChannelUserId(string userId) => byChannelUserId.GetValueOrDefault(userId);

    /// <summary>A site by id, or null.</summary>
    public Site? FindSite(string id) => sites.GetValueOrDefault(id);

    /// <summary>A regional office by id, or null.</summary>
    public RegionalOffice? FindOffice(string id) => offices.GetValueOrDefault(id);

    /// <summary>A customer by id, or null.</summary>
    public Customer? FindCustomer(string id) => customers.GetValueOrDefault(id);

    /// <summary>A product by id, or null.</summary>
    public Product? FindProduct(string id) => products.GetValueOrDefault(id);

    /// <summary>The regional office that serves a site of this directory.</summary>
    public RegionalOffice OfficeOf(Site site) => offices[site.Office];

    /// <summary>The customer of a site of this directory.</summary>
    public Customer CustomerOf(Site site) => customers[site.Customer];

    /// <summary>What holds at a site of this directory, and whose policy each value is.</summary>
    public SitePolicy PolicyOf(Site site) => SitePolicy.Merge(site, CustomerOf(site), OfficeOf(site));

    /// <summary>Who may act in a role on a day, whatever product or regional office: administrators, mostly.</summary>
    public ImmutableArray<RoleHolder> Holders(Role role, LocalDate day) => HoldersWhere(person => person.Is(role), day);

    /// <summary>Who may act in a role for a product on a day: each holder in the file's order, followed by the deputies of that day.</summary>
    public ImmutableArray<RoleHolder> HoldersForProduct(Role role, string product, LocalDate day) =>
        HoldersWhere(person => person.Is(role) && person.AnswersFor(product), day);

    /// <summary>Who may act in a role for a regional office on a day: each holder in the file's order, followed by the deputies of that day.</summary>
    public ImmutableArray<RoleHolder> HoldersForOffice(Role role, string office, LocalDate day) =>
        HoldersWhere(person => person.Is(role) && string.Equals(person.Office, office, StringComparison.OrdinalIgnoreCase), day);

    // Nobody stands in the answer twice, and a role held beats one stood in for: an approver must not be asked twice.
    private ImmutableArray<RoleHolder> HoldersWhere(Func<Person, bool> holds, LocalDate day)
    {
        var holders = People.Where(holds).ToList();
        var acting = new List<RoleHolder>();
        foreach (var holder in holders)
        {
            acting.Add(new RoleHolder(holder, null));
            acting.AddRange(holder.Deputies.Where(deputy => deputy.StandsInOn(day)).Select(deputy => people[deputy.Person])
                .Where(deputy => !holders.Contains(deputy)).Select(deputy => new RoleHolder(deputy, holder)));
        }

        return [.. acting.DistinctBy(holder => holder.Person.Id)];
    }

    private static FrozenDictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id) =>
        items.ToFrozenDictionary(id, StringComparer.OrdinalIgnoreCase);

    private static bool IsName(Text name, string written) =>
        string.Equals(name.Zh, written, StringComparison.OrdinalIgnoreCase) || string.Equals(name.En, written, StringComparison.OrdinalIgnoreCase);
}
