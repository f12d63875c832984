using System.Collections.Immutable;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Visits;
using NodaTime;

namespace SiteBot.Oversight;

/// <summary>
/// What a person may see of open visits and alarms, by the directory of now: an administrator all; the head and the project managers of a regional office what is its
/// own, product support what its products are in, deputies of that day as they do; everybody else the visits that they lead, those in which their consent is asked for,
/// and the alarms that they reported or were called by. What somebody may read when they name a visit is more: <see cref="ReadingRights"/>.
/// </summary>
public sealed class Sight
{
    private readonly Workplace workplace;
    private readonly ImmutableHashSet<string> offices;
    private readonly ImmutableHashSet<string> products;

    private Sight(Person person, Workplace workplace, bool all, ImmutableHashSet<string> offices, ImmutableHashSet<string> products) =>
        (Person, this.workplace, SeesAll, this.offices, this.products) = (person, workplace, all, offices, products);

    /// <summary>Whose.</summary>
    public Person Person { get; }

    /// <summary>True for administrators.</summary>
    public bool SeesAll { get; }

    /// <summary>The regional offices that they look after.</summary>
    public IReadOnlySet<string> Offices => offices;

    /// <summary>The products that they answer for.</summary>
    public IReadOnlySet<string> Products => products;

    /// <summary>True for who looks after more than work of their own.</summary>
    public bool SeesOthers => SeesAll || !offices.IsEmpty || !products.IsEmpty;

    /// <summary>What is found by these labels is enough to show all that may be seen.</summary>
    public ImmutableArray<string> Labels =>
    [
        .. workplace.Directory.Offices.Select(office => office.Id).Where(office => SeesAll || !products.IsEmpty || offices.Contains(office))
            .SelectMany(office => new[] { VisitLabels.OpenIn(office), AlarmLabels.OpenIn(office) }),
        VisitLabels.LedBy(Person.Id),
        VisitLabels.ConsentOf(Person.Id),
        AlarmLabels.OpenFor(Person.Id),
    ];

    /// <summary>The sight of a person of the directory.</summary>
    public static Sight Of(Person person, Workplace workplace, Instant now)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(workplace);
        var directory = workplace.Directory;
        return new Sight(
            person, workplace, RightTo.IsAdministrator(person.Id, workplace, now),
            directory.Offices.Where(office => now.InZone(office.Zone).Date is var day
                    && (Holds(directory.HoldersForOffice(Role.OfficeHead, office.Id, day)) || Holds(directory.HoldersForOffice(Role.ProjectManager, office.Id, day))))
                .Select(office => office.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            directory.Products.Where(product => Holds(directory.HoldersForProduct(Role.ProductSupport, product.Id, now.InUtc().Date)))
                .Select(product => product.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));

        bool Holds(ImmutableArray<RoleHolder> holders) => holders.Any(holder => RightTo.Same(holder.Person.Id, person.Id));
    }

    /// <summary>True for a visit that may be seen. One whose product nobody has said concerns every product.</summary>
    public bool Sees(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return SeesAll || offices.Contains(visit.Office) || IsOfProducts(RightTo.ProductOf(visit, workplace)) || RightTo.Same(visit.Lead, Person.Id)
            || visit.Consents.Any(request => request.State is ConsentState.Open or ConsentState.Approved && request.AskedOf.Contains(Person.Id, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True for an alarm that may be seen.</summary>
    public bool Sees(Alarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return SeesAll || offices.Contains(alarm.Office) || IsOfProducts(alarm.Product) || alarm.IsOfChain(Person.Id) || alarm.IsReporter(Person.Id);
    }

    private bool IsOfProducts(string? product) => !products.IsEmpty && (product is null || products.Contains(product));
}
