using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>A request for consent as a row: whose, where it stands, who answered and when.</summary>
internal static class ConsentRows
{
    public static CardRow Of(Pen pen, ConsentRequest request, SiteClock clock, Instant now) => new(
        pen.Word($"consent.of.{request.Role.Name()}"),
        Note(pen, request, clock, now),
        pen.Word($"consent.state.{request.State.Name()}"),
        ToneOf(request.State));

    public static Tone ToneOf(ConsentState state) => state switch
    {
        ConsentState.Approved => Tone.Good,
        ConsentState.Rejected or ConsentState.Withdrawn => Tone.Attention,
        ConsentState.Void => Tone.Calm,
        _ => Tone.Warning,
    };

    private static string Note(Pen pen, ConsentRequest request, SiteClock clock, Instant now) => request.State == ConsentState.Open
        ? Pen.Dotted(pen.Names(request.AskedOf), pen.Word("since", ("at", clock.Say(request.AskedAt, now))))
        : Pen.Dotted(
            request.AnsweredBy is { } by ? pen.Name(by) : null,
            request.AnsweredAt is { } at ? clock.Say(at, now) : null,
            request.ByMailOf is { } mail ? pen.Word("consent.by_mail", ("who", ShownText.Name(mail.In(pen.Language)))) : null,
            request.State == ConsentState.Approved && request.Granted != request.Scope ? clock.SayStretch(request.Granted.From, request.Granted.To, now) : null,
            request.Reason is { } reason ? ShownText.Clip(reason.In(pen.Language), 120) : null);
}
