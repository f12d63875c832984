using NodaTime;
using SiteBot.Directory;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>What holds at a site for the gate: the directory's policy with its freezes, and those kept by chat. Freezes of both add up.</summary>
public static class VisitPolicy
{
    // As many as the gate's JSON reads again.
    private const int MostFreezes = 1000;

    /// <summary>The policy of a site; freezes that are over are left out.</summary>
    public static GatePolicy Of(Site site, Workplace workplace, Instant now)
    {
        var merged = workplace.Directory.PolicyOf(site);
        var policy = GatePolicy.From(merged);
        var freezes = Freezes(site, merged, workplace).Where(freeze => freeze.To > now).Take(MostFreezes).ToList();
        return policy with
        {
            Freezes = [.. freezes.Select(freeze => new ChangeFreeze(freeze.From, freeze.To, VisitFacts.Told(freeze.Reason)))],
            Owners = policy.Owners! with { Freezes = [.. freezes.Select(freeze => freeze.Owner.Name)] },
        };
    }

    /// <summary>Every freeze of a site, of the directory and by chat, by its start.</summary>
    internal static IEnumerable<SiteFreeze> Freezes(Site site, SitePolicy policy, Workplace workplace) => policy.Freezes
        .Select(freeze => new SiteFreeze(null, freeze.Value.From, freeze.Value.To, freeze.Value.Reason, freeze.Owner))
        .Concat(workplace.Standing.Freezes
            .Select(freeze => (Freeze: freeze, Owner: OwnerOf(freeze.Of, site, workplace.Directory)))
            .Where(pair => pair.Owner is not null)
            .Select(pair => new SiteFreeze(pair.Freeze.Id, pair.Freeze.From, pair.Freeze.To, pair.Freeze.Reason, pair.Owner!)))
        .OrderBy(freeze => freeze.From).ThenBy(freeze => freeze.To);

    // Null where the freeze is of another site, customer or regional office.
    private static PolicyOwner? OwnerOf(string of, Site site, CompanyDirectory directory)
    {
        var (noun, id) = of.IndexOf('/') is var slash && slash > 0 ? (of[..slash], of[(slash + 1)..]) : ("", of);
        bool Is(string its) => string.Equals(id, its, StringComparison.OrdinalIgnoreCase);
        return noun switch
        {
            "site" when Is(site.Id) => new PolicyOwner(PolicyLevel.Site, site.Id, site.Name),
            "customer" when Is(site.Customer) => new PolicyOwner(PolicyLevel.Customer, site.Customer, directory.CustomerOf(site).Name),
            "office" when Is(site.Office) => new PolicyOwner(PolicyLevel.RegionalOffice, site.Office, directory.OfficeOf(site).Name),
            _ => null,
        };
    }
}

/// <summary>A change freeze that holds at a site.</summary>
/// <param name="Id">Its id where it is kept by chat, so that it can be taken back; null for one of the directory.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Owner">Whose.</param>
public sealed record SiteFreeze(string? Id, Instant From, Instant To, string? Reason, PolicyOwner Owner);
