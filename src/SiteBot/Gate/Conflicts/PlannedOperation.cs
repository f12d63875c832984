using System.Collections.Immutable;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate.Conflicts;

/// <summary>A piece of equipment where it stands; ids are unique within a site and blind to case.</summary>
/// <param name="Site">The site's id.</param>
/// <param name="Id">The equipment's id.</param>
public readonly record struct EquipmentAt(string Site, string Id)
{
    /// <inheritdoc />
    public bool Equals(EquipmentAt other) => Site == other.Site && string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Site, StringComparer.OrdinalIgnoreCase.GetHashCode(Id));
}

/// <summary>Somebody who is needed for an operation.</summary>
/// <param name="Key">By what the same person is known again: an id of the directory, or for the customer's staff the name as told.</param>
/// <param name="Name">What people call them.</param>
public sealed record NeededPerson(string Key, string Name)
{
    /// <summary>Somebody of the customer's staff, known by the name alone.</summary>
    public static NeededPerson OfCustomer(string name) => new("customer/" + string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant(), name.Trim());

    /// <summary>Whether it is the same person, however the name is written.</summary>
    public bool IsSameAs(NeededPerson? other) => other is not null && Key == other.Key;
}

/// <summary>An operation that is planned or runs: what, where, when and with whom.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Name">What it is, e.g. "version upgrade".</param>
/// <param name="Site">The site's id.</param>
/// <param name="Customer">The id of the site's customer.</param>
/// <param name="Office">The id of the regional office that serves the site.</param>
/// <param name="From">Its start, inclusive.</param>
/// <param name="To">Its end, exclusive; not before <paramref name="From"/>.</param>
/// <param name="Engineer">Who does it.</param>
public sealed record PlannedOperation(
    string Visit, Text Name, string Site, string Customer, string Office, Instant From, Instant To, NeededPerson Engineer)
{
    /// <summary>The equipment; null where the operation has none.</summary>
    public EquipmentAt? Equipment { get; init; }

    /// <summary>Equipment that depends on this operation's, or that it depends on.</summary>
    public ImmutableArray<EquipmentAt> Dependents { get; init; } = [];

    /// <summary>The customer's staff who escorts; null where nobody is named yet.</summary>
    public NeededPerson? Escort { get; init; }

    /// <summary>Who of remote support stands by; null where nobody is named yet.</summary>
    public NeededPerson? RemoteSupport { get; init; }

    internal bool Meets(PlannedOperation other) =>
        From == To && other.From == other.To ? From == other.From : new Occurrence(other.From, other.To).Touches(From, To) || new Occurrence(From, To).Touches(other.From, other.To);
}
