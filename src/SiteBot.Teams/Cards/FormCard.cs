using NodaTime;
using SiteBot.Standard;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A form that is ready: where it is, where it has to be signed what to do next, and the copies of it that were drawn up before.</summary>
internal static class FormCard
{
    private const int MostEarlier = 3;

    /// <summary>Draws it.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">Names and words.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form.</param>
    /// <param name="file">The hash of the copy that is given.</param>
    /// <param name="link">Where the reader fetches it; null where the host has no address that people can reach.</param>
    /// <param name="now">Business time.</param>
    /// <param name="language">The reader's language.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, FormType form, string file, string? link, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var clock = pen.Clock(visit, now);
        var copies = visit.Forms.GetValueOrDefault(form.Id)?.Copies ?? [];
        var copy = copies.LastOrDefault(one => one.File == file);
        var signed = copy?.SignedAt is { } at ? pen.Word("form.signed", ("at", Pen.Moment(clock, at, now))) : null;
        var lacks = form.Signed != Signers.None && signed is null && copy == copies.LastOrDefault();
        return TextCard.Draw(
            pen, lacks ? Tone.Warning : Tone.Good, pen.Say(form.Name), pen.About(visit),
            [signed ?? pen.Word(lacks ? "form.sign" : "form.good"), .. link is null ? [pen.Word("form.nolink")] : Array.Empty<string>()],
            copy?.ArchivedAt is { } archived ? [(pen.Word("form.archived_at"), Pen.Moment(clock, archived, now))] : [],
            copies.Where(one => one is { File: not null, ProducedAt: not null } && one.File != file).TakeLast(MostEarlier).Select(one => new CardButton(
                pen.Word(one.SignedAt is null ? "form.earlier" : "form.earlier.signed", ("at", Pen.Moment(clock, one.ProducedAt!.Value, now))), CardVerbs.FormShow,
                ("visit", visit.Id), ("form", form.Id), ("file", one.File)) { Alone = true }),
            lacks
                ?
                [
                    new CardQuestion(
                        pen.Word("form.sign.open"), new CardButton(pen.Word("form.sign.press"), CardVerbs.FormSign, ("visit", visit.Id), ("form", form.Id)),
                        new CardField("f_by", InputKind.Line, pen.Word("form.sign.by")) { Error = pen.Word("form.sign.missing") },
                        new CardField("f_witness", InputKind.Line, pen.Word("form.sign.witness"))),
                ]
                : [],
            link is null ? [] : [new CardCall(pen.Word("form.fetch"), "") { Link = link }]);
    }
}
