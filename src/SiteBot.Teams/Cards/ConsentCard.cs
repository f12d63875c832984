using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>A request for consent: who may answer it gets the presses, everybody else where it stands. Opened late, it shows the truth of now.</summary>
internal static class ConsentCard
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Draws the request as it stands.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="request">One of its requests.</param>
    /// <param name="reader">The id of who reads it, or null where several do: then nobody gets presses.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="chased">It was asked before, and time runs out.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, ConsentRequest request, string? reader, Instant now, Language language, bool chased = false)
    {
        var pen = new Pen(deck, workplace, language);
        var clock = pen.Clock(visit, now);
        var waits = Waits(visit, request, now);
        var mine = waits && reader is not null && ConsentRights.ToAnswer(request, visit, reader, now, workplace) is null;
        var title = Title(pen, visit, request, now, chased);
        return pen.Draw("consent", Pen.Dotted(title, pen.About(visit)), data => data
            .Put("visit", visit.Id)
            .Put("request", request.Id)
            .Head(waits ? request.Urgent || chased ? Tone.Attention : Tone.Warning : ConsentRows.ToneOf(request.State), title, pen.About(visit))
            .Lines("lines", waits && mine ? Asking(pen, visit, request) : [ShownText.Clip(pen.Say(ConsentStory.Of(request, visit, workplace, now)), 400)])
            .Facts(Facts(pen, visit, request, clock, now))
            .Sections()
            .Presses(
                mine ? [Approve(pen, visit, request)] : [],
                mine ? [Shorter(pen, visit, request, clock), Reject(pen, visit, request)] : MayWithdraw(visit, request, reader) ? [Withdraw(pen, visit, request)] : [],
                [reader == visit.Lead ? null : pen.Call(workplace.Directory.FindPerson(visit.Lead))]));
    }

    /// <summary>What the request asks for and where it stands, in a few words.</summary>
    internal static string Title(Pen pen, Visit visit, ConsentRequest request, Instant now, bool chased = false)
    {
        var key = Waits(visit, request, now)
            ? request.Urgent ? "consent.title.urgent" : chased ? "consent.title.chased" : "consent.title"
            : $"consent.title.{(request.State == ConsentState.Open ? "over" : request.State.Name())}";
        return pen.Word(key, ("what", Operation(pen, request.Scope.Operation)));
    }

    /// <summary>Who has presses of their own on the card: who was asked, and who answered.</summary>
    internal static ImmutableArray<string> Viewers(ConsentRequest request) =>
        [.. request.AskedOf.Concat(request.AnsweredBy is { } by ? [by] : Array.Empty<string>()).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True while the request can still be answered to any use: open, its window not over, and no operation begun.</summary>
    internal static bool Waits(Visit visit, ConsentRequest request, Instant now) =>
        request.State == ConsentState.Open && visit.IsOpen && request.Scope.To > now && visit.Operations.IsEmpty;

    private static IEnumerable<string> Asking(Pen pen, Visit visit, ConsentRequest request)
    {
        if (request.Urgent || visit.Plan.RestoresService)
        {
            yield return pen.Word("consent.restoring");
        }

        yield return pen.Word($"consent.vouches.{request.Role.Name()}");
    }

    private static IEnumerable<(string Label, string Text)> Facts(Pen pen, Visit visit, ConsentRequest request, SiteClock clock, Instant now)
    {
        var scope = request.State == ConsentState.Approved ? request.Granted : request.Scope;
        yield return (pen.Word("label.equipment"), ShownText.Name(scope.Equipment));
        yield return (pen.Word("label.version"), scope.TargetVersion is { } target ? visit.Plan.CurrentVersion is { } from ? $"{ShownText.Name(from)} → {ShownText.Name(target)}" : ShownText.Name(target) : "");
        yield return (pen.Word("label.window"), clock.SayStretch(scope.From, scope.To, now));
        yield return (pen.Word("label.length"), visit.Plan.DurationMinutes is { } minutes ? pen.Word("minutes", ("count", $"{minutes}")) : "");
        yield return (pen.Word("label.service_state"), pen.Word($"service.{CardWords.Of(visit.ServiceState)}"));
        yield return (pen.Word("label.alarms"), ShownText.Clip(visit.Plan.AlarmsToExpect));
        yield return (pen.Word("label.engineer"), pen.Person(visit.Lead));
        yield return (pen.Word("label.asked_of"), pen.Names(request.AskedOf));
    }

    private static string Operation(Pen pen, string operation) =>
        Wire.Read<OperationKind>(operation) is { } kind ? Pen.Capital(pen.Say(pen.Workplace.Gate.For(kind).Name)) : ShownText.Name(operation);

    private static (string Name, string? Value)[] Data(Visit visit, ConsentRequest request) => [("visit", visit.Id), ("request", request.Id), ("scope", request.Scope.Hash())];

    private static CardButton Approve(Pen pen, Visit visit, ConsentRequest request) =>
        new(pen.Word("press.approve"), CardVerbs.ConsentApprove, Data(visit, request)) { Style = ButtonStyle.Positive };

    private static CardQuestion Shorter(Pen pen, Visit visit, ConsentRequest request, SiteClock clock) => new(
        pen.Word("press.shorter"),
        new CardButton(pen.Word("press.shorter.confirm"), CardVerbs.ConsentApprove, Data(visit, request)) { Style = ButtonStyle.Positive },
        new CardField("f_from", InputKind.Time, pen.Word("label.from")) { Value = Hour.Format(clock.Local(request.Scope.From).TimeOfDay), Error = pen.Word("error.required") },
        new CardField("f_to", InputKind.Time, pen.Word("label.to_time")) { Value = Hour.Format(clock.Local(request.Scope.To).TimeOfDay), Error = pen.Word("error.required") });

    private static CardQuestion Reject(Pen pen, Visit visit, ConsentRequest request) => new(
        pen.Word("press.reject"),
        new CardButton(pen.Word("press.reject.confirm"), CardVerbs.ConsentReject, Data(visit, request)) { Style = ButtonStyle.Destructive },
        new CardField("f_reason", InputKind.Paragraph, pen.Word("label.reason")) { Error = pen.Word("error.reason") });

    private static bool MayWithdraw(Visit visit, ConsentRequest request, string? reader) =>
        request.State == ConsentState.Approved && request.ByMailOf is null && visit.IsOpen && visit.Operations.IsEmpty
        && string.Equals(request.AnsweredBy, reader, StringComparison.OrdinalIgnoreCase);

    private static CardQuestion Withdraw(Pen pen, Visit visit, ConsentRequest request) => new(
        pen.Word("press.consent_withdraw"),
        new CardButton(pen.Word("press.consent_withdraw.confirm"), CardVerbs.ConsentWithdraw, Data(visit, request)) { Style = ButtonStyle.Destructive },
        new CardField("f_reason", InputKind.Paragraph, pen.Word("label.reason")) { Error = pen.Word("error.reason") });
}
