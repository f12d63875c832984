using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What a verdict says of a consent that is in the way: whom it was asked of and since when, or who said no and why.</summary>
internal static class VerdictConsents
{
    /// <summary>Whose consent a check asks for; null where it asks for none by card.</summary>
    public static ApproverRole? RoleOf(string check) => check switch
    {
        "product_support_consent" => ApproverRole.ProductSupport,
        "office_consent" => ApproverRole.OfficeHead,
        _ => null,
    };

    /// <summary>The request that waits for its answer for what is planned now, or null.</summary>
    public static ConsentRequest? Waiting(Visit visit, string check) => Latest(visit, check) is { State: ConsentState.Open } open ? open : null;

    /// <summary>The check's reason with where the request stands; as it is where nobody was asked for what is planned now.</summary>
    public static string Reason(Pen pen, Visit visit, CheckResult check, SiteClock clock, Instant now) => Latest(visit, check.Id) switch
    {
        { State: ConsentState.Open } open => pen.Word("verdict.consent.waits", ("who", pen.Names(open.AskedOf)), ("at", clock.Say(open.AskedAt, now))),
        { State: ConsentState.Rejected or ConsentState.Withdrawn } answered => $"{pen.Say(check.Reason)}{(pen.Language == Language.Zh ? "" : " ")}{pen.Say(ConsentStory.Of(answered, visit, pen.Workplace, now))}",
        _ => pen.Say(check.Reason),
    };

    private static ConsentRequest? Latest(Visit visit, string check) =>
        RoleOf(check) is { } role && PlannedScope.Of(visit.Plan) is { } scope ? visit.Consents.LastOrDefault(request => request.Role == role && request.Scope == scope) : null;
}
