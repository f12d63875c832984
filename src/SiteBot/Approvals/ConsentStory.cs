using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Approvals;

/// <summary>Where a request for consent stands, as one sentence for its card, its refusals and the visit's history. Times are the site's.</summary>
public static class ConsentStory
{
    /// <summary>Where it stands now: who answered and when, what voided it, or for whom it waits.</summary>
    public static Text Of(ConsentRequest request, Visit visit, Workplace workplace, Instant now)
    {
        var clock = ClockOf(visit, workplace, now);
        var reason = request.Reason is { } why ? new Text($"（{why.In(Language.Zh)}）", $" ({why.In(Language.En)})") : Text.Same("");
        switch (request.State)
        {
            case ConsentState.Approved:
                return Approved(request, workplace, clock, now, reason);
            case ConsentState.Rejected:
                return new($"{Who(request, workplace).Zh}已于 {At(request)} 拒绝{reason.Zh}。", $"{Who(request, workplace).En} rejected it at {At(request)}{reason.En}.");
            case ConsentState.Withdrawn:
                return new($"{Who(request, workplace).Zh}已于 {At(request)} 撤回同意{reason.Zh}。", $"{Who(request, workplace).En} took the consent back at {At(request)}{reason.En}.");
            case ConsentState.Void:
                return Void(request, visit, workplace, now);
            default:
                return request.Scope.To <= now
                    ? new($"没有等到答复，窗口已于 {clock.Say(request.Scope.To, now)} 结束。", $"Nobody answered, and the window ended at {clock.Say(request.Scope.To, now)}.")
                    : Waits(request, visit, workplace, now);
        }

        string At(ConsentRequest answered) => clock.Say(answered.AnsweredAt ?? answered.AskedAt, now);
    }

    /// <summary>For whom an open request waits, with a number to call: a card wakes nobody.</summary>
    internal static Text Waits(ConsentRequest request, Visit visit, Workplace workplace, Instant now)
    {
        var people = request.AskedOf.Select(workplace.Directory.FindPerson).OfType<Person>().ToList();
        var asked = ClockOf(visit, workplace, now).Say(request.AskedAt, now);
        return new(
            $"等待{request.Role.Title().Zh}{RightTo.Names(people, Language.Zh).TrimEnd()} 答复，{asked} 已发出；着急请打电话。",
            $"Waiting for {request.Role.Title().En}{(people.Count > 0 ? "," : "")}{RightTo.Names(people, Language.En)}, asked at {asked}; call if it is pressing.");
    }

    /// <summary>The name of who answered; for a consent by mail who wrote it, and who entered it.</summary>
    public static Text Who(ConsentRequest request, Workplace workplace)
    {
        var answered = NameOf(request.AnsweredBy, workplace);
        return request.ByMailOf is { } mail
            ? new($"{mail.In(Language.Zh)}（邮件，由{answered.Zh}录入）", $"{mail.In(Language.En)} (by e-mail, entered by {answered.En})")
            : answered;
    }

    /// <summary>A person's name; the id where the directory has that person no more.</summary>
    internal static Text NameOf(string? id, Workplace workplace) =>
        id is null ? new("系统", "SiteBot") : workplace.Directory.FindPerson(id)?.Name ?? Text.Same(id);

    internal static SiteClock ClockOf(Visit visit, Workplace workplace, Instant now) =>
        new(workplace.Directory.FindSite(visit.Site)?.Zone ?? workplace.Directory.FindOffice(visit.Office)?.Zone ?? DateTimeZone.Utc, now);

    private static Text Approved(ConsentRequest request, Workplace workplace, SiteClock clock, Instant now, Text reason)
    {
        var (granted, at) = (request.Granted, clock.Say(request.AnsweredAt ?? request.AskedAt, now));
        var shorter = granted != request.Scope
            ? new Text("，只限", " for only")
            : new Text("，时间", " for");
        var window = clock.SayStretch(granted.From, granted.To, now);
        return new(
            $"{Who(request, workplace).Zh}已于 {at} 同意{shorter.Zh} {window}{reason.Zh}。",
            $"{Who(request, workplace).En} approved it at {at}{shorter.En} {window}{reason.En}.");
    }

    private static Text Void(ConsentRequest request, Visit visit, Workplace workplace, Instant now)
    {
        if (visit.Consents.LastOrDefault(other => other.ByMailOf is not null && other.Role == request.Role && other.Scope == request.Scope) is { } mail && request.AnsweredAt is null)
        {
            return new($"不用再答复：{Who(mail, workplace).Zh}已同意。", $"Nothing is left to answer: {Who(mail, workplace).En} has consented.");
        }

        var later = visit.Consents.SkipWhile(other => other.Id != request.Id).Skip(1);
        if (later.Any(other => other.Role == request.Role && other.Scope == request.Scope) && request.AnsweredAt is null)
        {
            return new("不用再答复：已改向别人征求。", "Nothing is left to answer: it was asked anew of others.");
        }

        var parts = PlannedScope.Differences(request.Scope, visit.Plan);
        return parts.IsEmpty
            ? new("已作废：申请之后计划改过。", "It is void: the plan was changed after it was asked for.")
            : new($"已作废：申请之后{parts.Titles().Zh}改了。", $"It is void: {parts.Titles().En} changed after it was asked for.");
    }
}
