using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Escalation;

/// <summary>Who is told of trouble, level by level, deputies by date. 6.5-1: the product's customer service and the head of the regional office at once;
/// 5.2-12: the project manager. The levels after that are ours, so that an alarm is never left with nobody.</summary>
public static class AlarmChain
{
    /// <summary>The chain of a day.</summary>
    /// <param name="trouble">What is wrong.</param>
    /// <param name="products">The products that it may concern; empty for any.</param>
    /// <param name="office">The regional office.</param>
    /// <param name="directory">Who there is.</param>
    /// <param name="day">The local day at the site, for deputies.</param>
    public static ImmutableArray<ChainLevel> Of(Trouble trouble, ImmutableArray<string> products, string office, CompanyDirectory directory, LocalDate day)
    {
        IEnumerable<string> Product(Role role) => Ids(products.IsEmpty
            ? directory.Holders(role, day)
            : products.SelectMany(product => directory.HoldersForProduct(role, product, day)));
        IEnumerable<string> Office(Role role) => Ids(directory.HoldersForOffice(role, office, day));
        IEnumerable<string> Anybody(Role role) => Ids(directory.Holders(role, day));

        IEnumerable<IEnumerable<string>> levels = trouble == Trouble.WorksStopped
            ? [Office(Role.ProjectManager), Office(Role.OfficeHead), Anybody(Role.Administrator)]
            : [
                [.. Product(Role.ProductSupport), .. Office(Role.OfficeHead)],
                [.. Product(Role.RemoteSupport), .. Office(Role.ProjectManager)],
                [.. Anybody(Role.ProductSupport), .. Anybody(Role.Administrator)],
            ];

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. levels.Select(level => new ChainLevel([.. level.Where(seen.Add)])).Where(level => !level.People.IsEmpty),
        ];
    }

    private static IEnumerable<string> Ids(IEnumerable<RoleHolder> holders) => holders.Select(holder => holder.Person.Id);
}
