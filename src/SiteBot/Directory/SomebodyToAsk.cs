using System.Collections.Immutable;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>Each site needs a head of its regional office and product support for what stands there: without them no consent can be asked and no alarm given (6.5-1, 6.5-3).</summary>
internal static class SomebodyToAsk
{
    // A regional office or product that does not exist was told already.
    public static void Check(
        FaultList faults,
        IEnumerable<(MapReader Map, Site Site)> sites,
        ImmutableArray<RegionalOffice> offices,
        ImmutableArray<Product> products,
        ImmutableArray<Person> people)
    {
        foreach (var (map, site) in sites)
        {
            if (offices.Any(office => Same(office.Id, site.Office)) && !people.Any(person => person.Is(Role.OfficeHead) && Same(person.Office, site.Office)))
            {
                faults.Add(map.Line, $"the site '{site.Id}' has nobody who heads its regional office '{site.Office}'; give somebody of that office the role office_head.");
            }

            var support = people.Where(person => person.Is(Role.ProductSupport)).ToList();
            if (site.Equipment.IsEmpty && support.Count == 0)
            {
                faults.Add(map.Line, $"the site '{site.Id}' has no product support to ask; give somebody the role product_support.");
            }

            foreach (var product in products.Where(product => site.Equipment.Any(equipment => Same(equipment.Product, product.Id))))
            {
                if (!support.Any(person => person.AnswersFor(product.Id)))
                {
                    faults.Add(map.Line, $"the site '{site.Id}' has no product support to ask for '{product.Id}'; give somebody the role product_support with that product.");
                }
            }
        }
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
