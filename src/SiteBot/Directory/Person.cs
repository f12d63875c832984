using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Directory;

/// <summary>Somebody whom the bot knows.</summary>
/// <param name="Id">The person's id in facts and files: <c>li.ming</c>.</param>
/// <param name="Name">The person's name.</param>
/// <param name="AadObjectId">The person's object id in the tenant; outside local mode only this and the tenant identify a person.</param>
/// <param name="ChannelUserIds">User ids of channels; they identify a person in local mode only.</param>
/// <param name="Language">The language to speak until the person chooses another.</param>
/// <param name="Phone">The number to call; a card wakes nobody.</param>
/// <param name="Office">The id of the person's regional office; null for those who work for all of them.</param>
/// <param name="Roles">What the person does; never empty.</param>
/// <param name="Products">Ids of the products that the person answers for; for a contractor those that the work card names.</param>
/// <param name="Deputies">Who stands in, and when.</param>
public sealed record Person(
    string Id,
    Text Name,
    string? AadObjectId,
    ImmutableArray<string> ChannelUserIds,
    Language Language,
    string? Phone,
    string? Office,
    ImmutableArray<Role> Roles,
    ImmutableArray<string> Products,
    ImmutableArray<Deputy> Deputies)
{
    /// <summary>True where the person has this role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>True where the person answers for this product.</summary>
    public bool AnswersFor(string product) => Products.Contains(product, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Who stands in for a person.</summary>
/// <param name="Person">The deputy's id.</param>
/// <param name="From">The first day; null means from ever.</param>
/// <param name="To">The first day after; null means for ever.</param>
public sealed record Deputy(string Person, LocalDate? From, LocalDate? To)
{
    /// <summary>True where the deputy stands in on this day.</summary>
    public bool StandsInOn(LocalDate day) => (From is not { } from || from <= day) && (To is not { } to || day < to);
}

/// <summary>Somebody who may act in a role on a day.</summary>
/// <param name="Person">Who acts.</param>
/// <param name="StandsInFor">Whose deputy this is; null where the person holds the role.</param>
public sealed record RoleHolder(Person Person, Person? StandsInFor);
