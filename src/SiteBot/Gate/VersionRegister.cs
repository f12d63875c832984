using SiteBot.Directory;
using SiteBot.Visits;

namespace SiteBot.Gate;

/// <summary>The register of released versions (6.5-6): what the directory lists, and what was released or withdrawn by chat, which goes before it.</summary>
public static class VersionRegister
{
    /// <summary>What the register says of a version of a product.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="version">The version, compared exactly.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    /// <returns>The entry; one that is not listed is unreleased. Null where the product is not known: then nobody can say.</returns>
    public static VersionRelease? Entry(string product, string version, Workplace workplace)
    {
        if (workplace.Directory.FindProduct(product) is not { } known)
        {
            return null;
        }

        return workplace.Standing.ReleaseOf(known.Id, version) switch
        {
            { Withdrawn: true } => new VersionRelease(ReleaseStatus.Unreleased, version),
            { ExceptionalNumber: { } number } => new VersionRelease(ReleaseStatus.Exceptional, version, number),
            not null => new VersionRelease(ReleaseStatus.Released, version),
            null => new VersionRelease(known.Released.Contains(version, StringComparer.Ordinal) ? ReleaseStatus.Released : ReleaseStatus.Unreleased, version),
        };
    }

    /// <summary>The product of a visit's equipment; null where neither plan nor directory says.</summary>
    public static string? ProductOf(WorkPlan plan, Site site) =>
        plan.Product ?? (plan.Equipment is { } equipment ? site.FindEquipment(equipment)?.Product : null);

    /// <summary>What the register says of a visit's target version; null where none is planned or nobody can say.</summary>
    internal static VersionRelease? Entry(Visit visit, Site site, Workplace workplace)
    {
        if (VisitFacts.Told(visit.Plan.TargetVersion) is not { } version || ProductOf(visit.Plan, site) is not { } product || Entry(product, version, workplace) is not { } entry)
        {
            return null;
        }

        // The number that the engineer was told is not in the register yet: product support has to enter it, and nothing is decided before.
        return entry.Status == ReleaseStatus.Unreleased && visit.Plan.ExceptionalRelease is not null && workplace.Standing.ReleaseOf(product, version) is null
            ? new VersionRelease(null, version)
            : entry;
    }
}
