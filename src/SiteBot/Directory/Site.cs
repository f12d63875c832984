using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Directory;

/// <summary>A customer's site.</summary>
/// <param name="Id">Its id: <c>BJ-042</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Office">The id of the regional office that serves it.</param>
/// <param name="Customer">The id of its customer.</param>
/// <param name="Zone">Its time zone: every time shown for a visit is told in it.</param>
/// <param name="Policy">Its own policy; <see cref="CompanyDirectory.PolicyOf"/> tells what holds here.</param>
/// <param name="Equipment">What stands there; ids are unique within the site.</param>
public sealed record Site(
    string Id, Text Name, string Office, string Customer, DateTimeZone Zone, PolicyValues Policy, ImmutableArray<Equipment> Equipment)
{
    /// <summary>A piece of equipment by its id, blind to case; null where there is none.</summary>
    public Equipment? FindEquipment(string id) =>
        Equipment.FirstOrDefault(equipment => string.Equals(equipment.Id, id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A piece of equipment at a site.</summary>
/// <param name="Id">Its id: <c>MSC-1</c>.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Version">The version that the file says it runs; null where the file does not say.</param>
public sealed record Equipment(string Id, string Product, string? Version);
