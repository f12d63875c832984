using System.Collections.Immutable;

namespace SiteBot.Directory;

/// <summary>A piece of equipment of the directory, with where it stands.</summary>
/// <param name="Site">The site.</param>
/// <param name="Equipment">The equipment.</param>
public sealed record PlacedEquipment(Site Site, Equipment Equipment)
{
    /// <summary>As facts name it: <c>BJ-042/MSC-1</c>.</summary>
    public string Of => $"{Site.Id}/{Equipment.Id}";

    /// <summary>The equipment of <c>SITE/ID</c>; null where the directory has no such.</summary>
    public static PlacedEquipment? Find(string of, CompanyDirectory directory) =>
        Split(of) is var (at, id) && directory.FindSite(at) is { } site && site.FindEquipment(id) is { } equipment
            ? new PlacedEquipment(site, equipment)
            : null;

    /// <summary>What may be meant by a name as it was typed: <c>MSC-1</c> wherever one stands, or <c>BJ-042/MSC-1</c>.</summary>
    public static ImmutableArray<PlacedEquipment> Named(string typed, CompanyDirectory directory) =>
        Find(typed, directory) is { } exact ? [exact]
        : [.. directory.Sites.Select(site => site.FindEquipment(typed) is { } equipment ? new PlacedEquipment(site, equipment) : null).OfType<PlacedEquipment>()];

    /// <summary>As people read it: <c>MSC-1 (BJ-042)</c>.</summary>
    internal static string Say(string of) => Split(of) is ({ Length: > 0 } site, var equipment) ? $"{equipment} ({site})" : of;

    /// <summary>The site and the equipment of <c>SITE/ID</c>; no site where it names none.</summary>
    internal static (string Site, string Equipment) Split(string of) => of.LastIndexOf('/') is > 0 and var slash ? (of[..slash], of[(slash + 1)..]) : ("", of);
}
