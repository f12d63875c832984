using NodaTime;
using NodaTime.Text;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>Consents by card: ask, approve, approve a shorter window, reject, withdraw, enter one that came by mail.</summary>
internal static class ConsentActions
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.ConsentAsk, Ask),
        (CardVerbs.ConsentApprove, VisitPress.Of((turn, card, visit) => Answer(turn, card, visit, approved: true), Show)),
        (CardVerbs.ConsentReject, VisitPress.Of((turn, card, visit) => Answer(turn, card, visit, approved: false), Show)),
        (CardVerbs.ConsentWithdraw, VisitPress.Of(
            (turn, card, visit) => WithdrawConsent.Decide(
                visit, card["request"] ?? "", card["scope"] ?? "", PrivateText.Of(card["f_reason"]), turn.Person.Id, turn.Now, turn.Workplace),
            Show)),
        (CardVerbs.ConsentMail, VisitPress.Of(Mail, (turn, _, visit) =>
            turn.Say(ConsentStatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language)))),
    ];

    private static ValueTask Ask(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit)
        {
            ConsentsSaid.Ask(turn, visit, quietly: false);
        }

        return ValueTask.CompletedTask;
    }

    private static Decided Answer(Turn turn, CardInput card, Visit visit, bool approved)
    {
        var request = card["request"] ?? "";
        var (from, to) = Shorter(turn, card, visit, request);
        return AnswerConsent.Decide(
            visit, request, card["scope"] ?? "", new ConsentAnswer(approved, from, to, PrivateText.Of(card["f_reason"])), turn.Person.Id, turn.Now, turn.Workplace);
    }

    private static (Instant? From, Instant? To) Shorter(Turn turn, CardInput card, Visit visit, string request) =>
        visit.Consents.FirstOrDefault(known => known.Id == request) is { } asked && turn.Workplace.Directory.FindSite(visit.Site) is { } site
            ? ShorterWindow.Of(asked.Scope, Time(card["f_from"]), Time(card["f_to"]), site.Zone)
            : default;

    private static Decided Mail(Turn turn, CardInput card, Visit visit) => Wire.Read<ApproverRole>(card["role"] ?? card["f_role"]) is { } role
        ? EnterMailConsent.Decide(visit, role, PrivateText.Of(card["f_by"]), turn.Talk.Files.FirstOrDefault(), turn.Person.Id, turn.Now, turn.Workplace, ShortId.New(4))
        : Decided.Refused("consent-role", "请选是谁的同意。", "Choose whose consent it is.");

    private static void Show(Turn turn, CardInput card, Visit visit)
    {
        if (visit.Consents.FirstOrDefault(known => known.Id == card["request"]) is { } request)
        {
            turn.Say(ConsentCard.Draw(turn.Tools.Deck, turn.Workplace, visit, request, turn.Person.Id, turn.Now, turn.Language));
        }
    }

    private static LocalTime? Time(string? typed) => typed is not null && Hour.Parse(typed) is { Success: true } read ? read.Value : null;
}
