using NodaTime;
using SiteBot.Escalation;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>"Service is back": what was done? Everybody who was alarmed will read it (6.5-2).</summary>
internal static class RestoredCard
{
    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit, or null.</param>
    /// <param name="alarm">The open alarm, or null where only the visit's service state is told.</param>
    /// <param name="said">What was typed: proposed as what was done.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit? visit, Alarm? alarm, string said, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var what = new CardField("f_what", InputKind.Paragraph, pen.Word("restored.what")) { Value = ShownText.ToEdit(said, 2000), Error = pen.Word("restored.missing") };
        var press = visit is not null
            ? new CardButton(pen.Word("restored.press"), CardVerbs.ServiceTold, ("visit", visit.Id), ("state", "normal"))
            : new CardButton(pen.Word("restored.press"), CardVerbs.AlarmResolve, ("alarm", alarm?.Id), ("round", alarm?.Round.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return TextCard.Draw(
            pen, Tone.Good, pen.Word("restored.title"), pen.Site(visit?.Site ?? alarm?.Site), [pen.Word("restored.ask")], [],
            questions: [new CardQuestion(pen.Word("restored.open"), press with { Style = ButtonStyle.Positive }, what)]);
    }
}
