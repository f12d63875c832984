using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Standing;
using SiteBot.Teams.Actions;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What was understood of a sentence that would hold for everybody, to be confirmed before it does.</summary>
internal static class StandingProposalCard
{
    /// <summary>Draws a freeze, a release or the taking back of one, for confirmation.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="proposed">What would hold.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, StandingEvent proposed, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var (title, facts, confirm) = proposed switch
        {
            StandingEvent.Frozen e => (pen.Word("standing.freeze"), Frozen(pen, e, now), new CardButton(
                pen.Word("press.freeze"), CardVerbs.Freeze, ("id", e.Id), ("of", e.Of), ("from", Iso(e.From)), ("to", Iso(e.To)), ("reason", ShownText.Clip(e.Reason, 300)))),
            StandingEvent.Thawed e => (pen.Word("standing.thaw"), Known(pen, e.Id, now), new CardButton(pen.Word("press.thaw.confirm"), CardVerbs.Thaw, ("id", e.Id))),
            StandingEvent.Released e => (pen.Word("standing.release"), Release(pen, e.Product, e.Version, e.ExceptionalNumber), new CardButton(
                pen.Word("press.release"), CardVerbs.Release, ("product", e.Product), ("version", e.Version), ("number", e.ExceptionalNumber))),
            StandingEvent.ReleaseWithdrawn e => (pen.Word("standing.release_withdraw"), Release(pen, e.Product, e.Version, null), new CardButton(
                pen.Word("press.release_withdraw"), CardVerbs.ReleaseWithdraw, ("product", e.Product), ("version", e.Version))),
            _ => throw new ArgumentOutOfRangeException(nameof(proposed)),
        };
        return pen.Draw("standing_proposal", title, data => data
            .Head(Tone.Warning, title)
            .Lines("lines", [pen.Word("standing.hint")])
            .Facts(facts)
            .Presses(
                [
                    confirm with { Style = ButtonStyle.Positive },
                    new CardButton(pen.Word("press.dismiss"), CardVerbs.Dismiss, ("card", "standing")),
                ]));
    }

    /// <summary>Asks whose channel this is (see <see cref="CardVerbs.BindChannel"/>).</summary>
    public static Card DrawBinding(CardDeck deck, Workplace workplace, string team, string channel, Person person, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("standing.bind");
        return pen.Draw("bind_channel", title, data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [pen.Word("standing.bind.hint")])
            .Facts()
            .Inputs(
                [
                    new CardField("f_office", InputKind.Menu, pen.Word("label.office"))
                    {
                        Choices = [.. workplace.Directory.Offices.Take(60).Select(office => (office.Id, ShownText.Name(office.Name.In(language))))],
                        Value = person.Office ?? "", Placeholder = pen.Word("hint.choose"), Error = pen.Word("error.required"),
                    },
                ])
            .Presses([new CardButton(pen.Word("press.bind"), CardVerbs.BindChannel, ("team", team), ("channel", channel)) { Style = ButtonStyle.Positive }]));
    }

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static (string, string)[] Frozen(Pen pen, StandingEvent.Frozen e, Instant now) =>
    [
        (pen.Word("label.holds_for"), Of(pen, e.Of)),
        (pen.Word("label.period"), Pen.Window(ClockOf(pen, e.Of, now), e.From, e.To, now)),
        (pen.Word("label.reason"), ShownText.Clip(e.Reason, 300)),
    ];

    private static (string, string)[] Known(Pen pen, string id, Instant now) => pen.Workplace.Standing.Freezes.FirstOrDefault(freeze => freeze.Id == id) is { } freeze
        ? Frozen(pen, new StandingEvent.Frozen(freeze.Id, freeze.Of, freeze.From, freeze.To, freeze.Reason), now)
        : [];

    private static (string, string)[] Release(Pen pen, string product, string version, string? number) =>
    [
        (pen.Word("label.product"), pen.Workplace.Directory.FindProduct(product) is { } known ? $"{ShownText.Name(known.Name.In(pen.Language))} {known.Id}" : ShownText.Name(product)),
        (pen.Word("label.version"), ShownText.Name(version)),
        (pen.Word("label.release_number"), ShownText.Name(number)),
    ];

    private static string Of(Pen pen, string of) => (of[..Math.Max(0, of.IndexOf('/'))], of[(of.IndexOf('/') + 1)..]) switch
    {
        ("office", var id) when pen.Workplace.Directory.FindOffice(id) is { } office => ShownText.Name(office.Name.In(pen.Language)),
        ("customer", var id) when pen.Workplace.Directory.FindCustomer(id) is { } customer => ShownText.Name(customer.Name.In(pen.Language)),
        ("site", var id) => pen.Site(id),
        (_, var id) => ShownText.Name(id),
    };

    private static SiteClock ClockOf(Pen pen, string of, Instant now)
    {
        var id = of[(of.IndexOf('/') + 1)..];
        return of.StartsWith("site/", StringComparison.Ordinal) ? pen.Clock(id, null, now)
            : of.StartsWith("office/", StringComparison.Ordinal) ? pen.Clock(null, id, now)
            : pen.Clock(pen.Workplace.Directory.Sites.FirstOrDefault(site => site.Customer == id)?.Id, null, now);
    }
}
