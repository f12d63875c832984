using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Visits;

namespace SiteBot.Approvals;

/// <summary>Which request a card decides, and who may answer it.</summary>
public static class ConsentRights
{
    /// <summary>Finds the request of a card; refuses one that is not of this visit, or that shows another scope.</summary>
    public static Refusal? Find(Visit visit, string request, string scope, [NotNull] out ConsentRequest? asked)
    {
        asked = visit.Consents.FirstOrDefault(known => known.Id == request);
        if (asked is null)
        {
            asked = None;
            return new Refusal("consent-unknown", new Text(
                "请刷新再看：没有这个同意申请。", "Refresh and look again: there is no such request."));
        }

        return asked.Scope.Hash() == scope ? null : new Refusal("consent-stale", new Text(
            "请刷新再决定：这张卡片显示的内容已经不是申请的内容。", "Refresh before you decide: what this card shows is not what is asked for any more."));
    }

    /// <summary>Who was asked may answer, and who deputises for them today; nobody for a request or for work of their own.</summary>
    public static Refusal? ToAnswer(ConsentRequest asked, Visit visit, string by, Instant now, Workplace workplace)
    {
        if (Approvers.IsOwn(visit, asked.AskedBy, by))
        {
            var others = asked.AskedOf.Where(id => !Approvers.IsOwn(visit, asked.AskedBy, id)).Select(workplace.Directory.FindPerson).OfType<Person>().ToList();
            return others.Count == 0 ? Approvers.Nobody(visit, asked.Role, workplace, now) : new Refusal("consent-own", new Text(
                $"请让{RightTo.Names(others, Language.Zh)}答复：不能同意自己申请或负责的操作。",
                $"Leave it to{RightTo.Names(others, Language.En)}: nobody consents to work of their own."));
        }

        return IsAsked(asked, by, RightTo.DayAt(visit, workplace, now), workplace.Directory) ? null : new Refusal("consent-not-yours", new Text(
            $"请让{RightTo.Names(asked.AskedOf.Select(workplace.Directory.FindPerson).OfType<Person>(), Language.Zh)}或其代理人答复：这个申请没有发给你。",
            $"Leave it to{RightTo.Names(asked.AskedOf.Select(workplace.Directory.FindPerson).OfType<Person>(), Language.En)} or a deputy: you were not asked."));
    }

    internal static bool IsAsked(ConsentRequest asked, string by, LocalDate day, CompanyDirectory directory) => asked.AskedOf.Any(id =>
        RightTo.Same(id, by)
        || (directory.FindPerson(id) is { } person && person.Deputies.Any(deputy => RightTo.Same(deputy.Person, by) && deputy.StandsInOn(day))));

    private static readonly ConsentRequest None = new("", ApproverRole.OfficeHead, new WorkScope("", null, null, Instant.MinValue, Instant.MaxValue), [], null, Instant.MinValue, false);
}
