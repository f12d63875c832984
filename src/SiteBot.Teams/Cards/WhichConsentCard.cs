using NodaTime;
using NodaTime.Text;
using SiteBot.Approvals;
using SiteBot.Approvals.Spoken;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>An answer by text that may be meant for several requests: which? At most three; each press does what was written, for the request and the scope that it names.</summary>
internal static class WhichConsentCard
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Draws the choice.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="verb">What was written.</param>
    /// <param name="choices">The requests, with what was said of each.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(
        CardDeck deck, Workplace workplace, SpokenVerb verb, IReadOnlyList<(Visit Visit, ConsentRequest Request, ConsentAnswer? Answer)> choices, int all, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word($"consent.which.{(verb == SpokenVerb.Approve ? "approve" : verb == SpokenVerb.Reject ? "reject" : "withdraw")}");
        var lines = new[] { all > choices.Count ? pen.Word("consent.which.more", ("count", $"{all - choices.Count}")) : pen.Word("consent.which.hint") };
        return pen.Draw("choice", Pen.Dotted([title, .. choices.Select(choice => Called(pen, choice.Visit, choice.Request))]), data => data
            .Head(Tone.Calm, title)
            .Lines("lines", lines)
            .Facts(choices.Select(choice => (Called(pen, choice.Visit, choice.Request), Pen.Dotted(
                pen.Site(choice.Visit.Site), Pen.Capital(pen.Say(choice.Request.Role.Title())),
                pen.Clock(choice.Visit, now).SayStretch(choice.Answer?.From ?? choice.Request.Scope.From, choice.Answer?.To ?? choice.Request.Scope.To, now)))))
            .Choices(choices.Select(choice => new CardButton(Called(pen, choice.Visit, choice.Request), VerbOf(verb),
            [
                ("visit", choice.Visit.Id), ("request", choice.Request.Id), ("scope", choice.Request.Scope.Hash()),
                ("f_from", Typed(pen, choice.Visit, choice.Answer?.From, now)), ("f_to", Typed(pen, choice.Visit, choice.Answer?.To, now)),
                ("f_reason", choice.Answer?.Reason?.Value is { } why ? ShownText.Carried(why, 300) : null),
            ]))));
    }

    private static string Called(Pen pen, Visit visit, ConsentRequest request) => Pen.Dotted(ShownText.Name(visit.Id), ShownText.Name(request.Scope.Equipment), request.Scope.TargetVersion is { } version ? ShownText.Name(version) : null);

    private static string VerbOf(SpokenVerb verb) => verb == SpokenVerb.Approve ? CardVerbs.ConsentApprove : verb == SpokenVerb.Reject ? CardVerbs.ConsentReject : CardVerbs.ConsentWithdraw;

    private static string? Typed(Pen pen, Visit visit, Instant? at, Instant now) => at is { } moment ? Hour.Format(pen.Clock(visit, now).Local(moment).TimeOfDay) : null;
}
