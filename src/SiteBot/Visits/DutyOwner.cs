using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>Whose a duty or a step is on a day.</summary>
/// <param name="People">Who is reminded: the owner, and on days of absence the deputies too; empty only where the regional office has nobody.</param>
/// <param name="PassedOnFrom">The id of who has left the directory, so that the head of the regional office has it now; null where nobody has.</param>
public readonly record struct DutyOwner(ImmutableArray<string> People, string? PassedOnFrom)
{
    internal static DutyOwner Of(VisitSetting setting, Duty duty, Instant at)
    {
        var day = setting.Clock.DateOf(at);
        if (setting.Visit.Duties.GetValueOrDefault(duty.Id)?.Owner is { } handedTo)
        {
            return Person(setting, handedTo, day);
        }

        return Of(setting, duty.Who, at);
    }

    /// <summary>Whose it is by the procedure alone.</summary>
    internal static DutyOwner Of(VisitSetting setting, Owner who, Instant at)
    {
        var visit = setting.Visit;
        var day = setting.Clock.DateOf(at);
        if (who.Role() is not { } role)
        {
            return Person(setting, visit.Lead, day);
        }

        var holders = role is Role.ProjectManager or Role.OfficeHead ? setting.Directory.HoldersForOffice(role, visit.Office, day)
            : Product(setting) is { } product ? setting.Directory.HoldersForProduct(role, product, day)
            : setting.Directory.Holders(role, day);
        if (holders.IsEmpty)
        {
            return new DutyOwner(HeadsOf(setting, day), null);
        }

        // One owner, with who stands in: a duty that everybody has, nobody does.
        var first = holders[0].Person.Id;
        return new DutyOwner([.. holders.Where(holder => holder.Person.Id == first || holder.StandsInFor?.Id == first).Select(holder => holder.Person.Id)], null);
    }

    /// <summary>A person, or the head of the regional office where the directory has that person no more.</summary>
    internal static DutyOwner Person(VisitSetting setting, string id, LocalDate day) =>
        setting.Directory.FindPerson(id) is { } person ? new DutyOwner([person.Id], null) : new DutyOwner(HeadsOf(setting, day), id);

    /// <summary>The heads of the visit's regional office and their deputies of a day.</summary>
    internal static ImmutableArray<string> HeadsOf(VisitSetting setting, LocalDate day) =>
        [.. setting.Directory.HoldersForOffice(Role.OfficeHead, setting.Visit.Office, day).Select(holder => holder.Person.Id)];

    /// <summary>The product of the plan, else of the equipment at the site.</summary>
    internal static string? Product(VisitSetting setting) =>
        setting.Visit.Plan.Product
        ?? (setting.Visit.Plan.Equipment is { } equipment ? setting.Site?.FindEquipment(equipment)?.Product : null)
        ?? (setting.Site is { Equipment.Length: > 0 } site ? site.Equipment[0].Product : null);
}
