using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>Who may tell something of a visit, and when it is too late to.</summary>
internal static class VisitRights
{
    /// <summary>Why nothing can be told of it any more, or null.</summary>
    public static Refusal? Over(Visit visit) =>
        visit.IsOpen ? null
        : visit.WasCancelled ? new Refusal("visit-cancelled", new Text("不用再做了：这次服务已取消。", "Nothing is left to do: this visit was cancelled."))
        : new Refusal("visit-closed", new Text("不用再做了：这次服务已经结束归档。", "Nothing is left to do: this visit is closed."));

    /// <summary>Why <paramref name="by"/> may not decide about the visit, or null: its lead may, and who heads or manages projects of its regional office.</summary>
    public static Refusal? Leads(VisitSetting setting, string by) =>
        Over(setting.Visit) is { } over ? over
        : IsLead(setting.Visit, by) || IsManager(setting, by) ? null
        : new Refusal("visit-not-yours", new Text(
            $"请让 {Name(setting, Language.Zh)} 来报：这次服务由 {Name(setting, Language.Zh)} 负责。",
            $"Leave it to {Name(setting, Language.En)}, who leads this visit."));

    /// <summary>Why <paramref name="by"/> may not tell a step, or null: who may decide about the visit may, and whose step it is.</summary>
    public static Refusal? Tells(VisitSetting setting, Step step, string by) =>
        Leads(setting, by) is not { } refusal || (setting.Visit.IsOpen && HasRole(setting, step, by)) ? null : refusal;

    private static bool IsLead(Visit visit, string by) => string.Equals(visit.Lead, by, StringComparison.OrdinalIgnoreCase);

    private static bool IsManager(VisitSetting setting, string by)
    {
        var day = setting.Clock.DateOf(setting.Now);
        return setting.Directory.HoldersForOffice(Role.OfficeHead, setting.Visit.Office, day)
            .Concat(setting.Directory.HoldersForOffice(Role.ProjectManager, setting.Visit.Office, day))
            .Any(holder => string.Equals(holder.Person.Id, by, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasRole(VisitSetting setting, Step step, string by)
    {
        if (step.Who.Role() is not { } role)
        {
            return false;
        }

        var day = setting.Clock.DateOf(setting.Now);
        var holders = DutyOwner.Product(setting) is { } product && role is not (Role.ProjectManager or Role.OfficeHead)
            ? setting.Directory.HoldersForProduct(role, product, day)
            : role is Role.ProjectManager or Role.OfficeHead ? setting.Directory.HoldersForOffice(role, setting.Visit.Office, day)
            : setting.Directory.Holders(role, day);
        return holders.Any(holder => string.Equals(holder.Person.Id, by, StringComparison.OrdinalIgnoreCase));
    }

    private static string Name(VisitSetting setting, Language language) =>
        setting.Directory.FindPerson(setting.Visit.Lead)?.Name.In(language) ?? setting.Visit.Lead;
}
