using NodaTime;
using SiteBot.Standard;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A form that is ready: where it is, and where it has to be signed what to do next.</summary>
internal static class FormCard
{
    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form.</param>
    /// <param name="link">Where the reader fetches it; null where the host has no address that people can reach.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, FormType form, string? link, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var record = visit.Forms.GetValueOrDefault(form.Id);
        var signed = record?.SignedAt is { } at ? pen.Word("form.signed", ("at", Pen.Moment(pen.Clock(visit, now), at, now))) : null;
        var lacks = form.Signed != Signers.None && signed is null;
        return TextCard.Draw(
            pen, lacks ? Tone.Warning : Tone.Good, pen.Say(form.Name), pen.About(visit),
            [signed ?? pen.Word(lacks ? "form.sign" : "form.good"), .. link is null ? [pen.Word("form.nolink")] : Array.Empty<string>()], [],
            questions: lacks
                ?
                [
                    new CardQuestion(
                        pen.Word("form.sign.open"), new CardButton(pen.Word("form.sign.press"), CardVerbs.FormSign, ("visit", visit.Id), ("form", form.Id)),
                        new CardField("f_by", InputKind.Line, pen.Word("form.sign.by")) { Error = pen.Word("form.sign.missing") },
                        new CardField("f_witness", InputKind.Line, pen.Word("form.sign.witness"))),
                ]
                : [],
            calls: link is null ? [] : [new CardCall(pen.Word("form.fetch"), "") { Link = link }]);
    }
}
