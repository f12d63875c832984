using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>Who may answer a request for consent: holders of the role for the product or the regional office and their deputies of the day, never the requester or the visit's lead.</summary>
public static class Approvers
{
    internal const string NobodyAtAll = "consent-nobody";

    internal const string NobodyElse = "consent-own";

    /// <summary>The words for whose consent it is, lower case in English.</summary>
    public static Text Title(this ApproverRole role) => role == ApproverRole.ProductSupport ? FixedBy.ProductSupport.Title() : FixedBy.OfficeHead.Title();

    /// <summary>Everybody who has the role here today, whether or not they may answer.</summary>
    public static ImmutableArray<RoleHolder> Holders(Visit visit, ApproverRole role, Workplace workplace, Instant now)
    {
        var (directory, day) = (workplace.Directory, RightTo.DayAt(visit, workplace, now));
        return role == ApproverRole.OfficeHead ? directory.HoldersForOffice(Role.OfficeHead, visit.Office, day)
            : ProductOf(visit, directory) is { } product ? directory.HoldersForProduct(Role.ProductSupport, product, day)
            : directory.Holders(Role.ProductSupport, day);
    }

    /// <summary>Who is to be asked, by id; empty where nobody may answer.</summary>
    public static ImmutableArray<string> Of(Visit visit, ApproverRole role, string requester, Workplace workplace, Instant now) =>
        [.. Holders(visit, role, workplace, now).Select(holder => holder.Person.Id).Where(id => !IsOwn(visit, requester, id))];

    /// <summary>Whether a person would answer a request of their own, or for work of their own.</summary>
    internal static bool IsOwn(Visit visit, string? requester, string person) => RightTo.Same(requester, person) || RightTo.Same(visit.Lead, person);

    /// <summary>Why nobody can be asked, and whom to turn to.</summary>
    internal static Refusal Nobody(Visit visit, ApproverRole role, Workplace workplace, Instant now)
    {
        var holders = Holders(visit, role, workplace, now).Select(holder => holder.Person).ToList();
        var administrators = RightTo.Administrators(workplace, now).ToList();
        var (zh, en) = (RightTo.Names(administrators, Language.Zh), RightTo.Names(administrators, Language.En));
        return holders.Count == 0
            ? new Refusal(NobodyAtAll, new Text(
                $"请找管理员{zh}在通讯录里指定{role.Title().Zh}，或录入上级的同意邮件（6.5-3）：现在没有人可以答复。",
                $"Ask the administrator{en} to name {role.Title().En} in the directory, or enter a superior's consent by e-mail (6.5-3): there is nobody to answer now."))
            : new Refusal(NobodyElse, new Text(
                $"请找管理员{zh}为{RightTo.Names(holders, Language.Zh).Trim()}指定代理人，或录入上级的同意邮件（6.5-3）：{role.Title().Zh}只有本人，不能同意自己申请或负责的操作。",
                $"Ask the administrator{en} to name a deputy for{RightTo.Names(holders, Language.En)}, or enter a superior's consent by e-mail (6.5-3): {role.Title().En} is nobody else, and nobody consents to work of their own."));
    }

    // A site with one product leaves no doubt; with several and none named, support of any may answer.
    private static string? ProductOf(Visit visit, CompanyDirectory directory)
    {
        if (directory.FindSite(visit.Site) is not { } site)
        {
            return visit.Plan.Product;
        }

        return VersionRegister.ProductOf(visit.Plan, site)
            ?? (site.Equipment.Select(equipment => equipment.Product).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [var only] ? only : null);
    }
}
