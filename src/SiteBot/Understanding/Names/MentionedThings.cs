using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Understanding.Times;

namespace SiteBot.Understanding.Names;

/// <summary>What a message names of the directory, the versions in it, and the stretch of time.</summary>
/// <param name="Site">The site: named, or the only one where the named equipment stands.</param>
/// <param name="Equipment">The equipment: named, or the only one of the named product at the site.</param>
/// <param name="Product">The product: named, or the equipment's.</param>
/// <param name="Customer">The customer, where named.</param>
/// <param name="Office">The regional office, where named.</param>
/// <param name="Person">The person, where named.</param>
/// <param name="Versions">The versions written, in order, each once; as the directory spells them where it knows them.</param>
/// <param name="TargetVersion">Of these the one to go to: the last that the equipment does not run; null where there is none.</param>
/// <param name="Stretch">The date, the window and the length, in the time of the site where one is meant for sure.</param>
public sealed record MentionedThings(
    Mention<Site> Site,
    Mention<PlacedEquipment> Equipment,
    Mention<Product> Product,
    Mention<Customer> Customer,
    Mention<RegionalOffice> Office,
    Mention<Person> Person,
    ImmutableArray<string> Versions,
    string? TargetVersion,
    NamedStretch Stretch);
