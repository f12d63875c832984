using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Standing;

/// <summary>Whose freeze it is: a regional office's, a customer's or a site's.</summary>
/// <param name="Of">As <see cref="StandingEvent.Frozen"/> keeps it: <c>office/BJ</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The zone in which its dates are meant.</param>
/// <param name="Offices">The regional offices whose heads keep it.</param>
public sealed record FreezeOwner(string Of, Text Name, DateTimeZone Zone, ImmutableArray<string> Offices)
{
    /// <summary>The owner of <c>office/…</c>, <c>customer/…</c> or <c>site/…</c>; null where the directory has no such.</summary>
    public static FreezeOwner? Find(string of, CompanyDirectory directory)
    {
        var slash = of.IndexOf('/', StringComparison.Ordinal);
        var (noun, id) = slash < 0 ? ("", of) : (of[..slash], of[(slash + 1)..]);
        return noun switch
        {
            "office" => directory.FindOffice(id) is { } office ? OfOffice(office) : null,
            "customer" => directory.FindCustomer(id) is { } customer ? OfCustomer(customer, directory) : null,
            "site" => directory.FindSite(id) is { } site ? OfSite(site) : null,
            _ => null,
        };
    }

    /// <summary>The owners that may be meant by some words: by id, by name, then by a part of the name; a regional office goes before a customer, that before a site.</summary>
    public static ImmutableArray<FreezeOwner> Named(string words, CompanyDirectory directory)
    {
        var wanted = Bare(words);
        if (wanted.Length == 0)
        {
            return [];
        }

        Func<string, Text, bool>[] ways =
        [
            (id, _) => Bare(id) == wanted,
            (_, name) => Bare(name.Zh) == wanted || Bare(name.En) == wanted,
            (_, name) => wanted.Length > 1 && (Bare(name.Zh).StartsWith(wanted, StringComparison.Ordinal) || Bare(name.En).StartsWith(wanted, StringComparison.Ordinal)),
            (_, name) => wanted.Length > 1 && (Bare(name.Zh).Contains(wanted, StringComparison.Ordinal) || Bare(name.En).Contains(wanted, StringComparison.Ordinal)),
        ];
        foreach (var way in ways)
        {
            ImmutableArray<FreezeOwner>[] found =
            [
                [.. directory.Offices.Where(office => way(office.Id, office.Name)).Select(OfOffice)],
                [.. directory.Customers.Where(customer => way(customer.Id, customer.Name)).Select(customer => OfCustomer(customer, directory))],
                [.. directory.Sites.Where(site => way(site.Id, site.Name)).Select(OfSite)],
            ];
            if (found.FirstOrDefault(some => !some.IsEmpty) is { IsDefault: false } first)
            {
                return first;
            }
        }

        return [];
    }

    private static FreezeOwner OfOffice(RegionalOffice office) => new($"office/{office.Id}", office.Name, office.Zone, [office.Id]);

    private static FreezeOwner OfSite(Site site) => new($"site/{site.Id}", site.Name, site.Zone, [site.Office]);

    private static FreezeOwner OfCustomer(Customer customer, CompanyDirectory directory)
    {
        var sites = directory.Sites.Where(site => string.Equals(site.Customer, customer.Id, StringComparison.OrdinalIgnoreCase)).ToList();
        return new FreezeOwner(
            $"customer/{customer.Id}", customer.Name, sites.Count > 0 ? sites[0].Zone : DateTimeZone.Utc,
            [.. sites.Select(site => site.Office).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static string Bare(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
