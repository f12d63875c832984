using NodaTime;
using SiteBot.Directory;
using SiteBot.Teams.Actions;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>Several visits may be meant: which?</summary>
internal static class VisitChoiceCard
{
    private const int Most = 8;

    /// <summary>Draws the choice.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visits">The visits, the likeliest first.</param>
    /// <param name="then">What was typed: done once one is chosen.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, IReadOnlyCollection<Visit> visits, string? then, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var title = pen.Word("visit_choice.title");
        var shown = visits.Take(Most).ToList();
        return pen.Draw("choice", title, data => data
            .Head(Tone.Calm, title)
            .Lines("lines", [pen.Word("visit_choice.hint")])
            .Facts(shown.Select(visit => (visit.Id, Pen.Dotted(
                pen.Service(visit.Service), Pen.Equipment(visit.Plan), pen.Site(visit.Site),
                visit.Plan is { From: { } from, To: { } to } ? pen.Clock(visit, now).SayStretch(from, to, now) : null))))
            .Choices(shown.Select(visit => new CardButton(
                Pen.Dotted(visit.Id, pen.Service(visit.Service)), CardVerbs.VisitFocus, ("visit", visit.Id), ("then", Typed(then))))));
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : ShownText.Carried(text, 1000);
}

/// <summary>Nobody can say which visit is meant, since there is none.</summary>
internal static class NoVisitCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Person person, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return TextCard.Draw(pen, Tone.Calm, pen.Word("no_visit.title"), "", [pen.Word("no_visit.hint")], [],
        [
            new CardButton(pen.Word("press.begin"), CardVerbs.VisitForm) { Style = ButtonStyle.Positive },
            new CardButton(pen.Word("press.help"), CardVerbs.Help),
        ]);
    }
}
