using NodaTime;
using SiteBot.Approvals;
using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>Where a visit's consents stand, for the engineer: who was asked, who answered, whom to call, and how to enter one that came by mail (6.5-3).</summary>
internal static class ConsentStatusCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, Instant now, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var latest = visit.Consents.GroupBy(request => request.Role).Select(group => group.Last()).ToList();
        var open = latest.Where(request => request.State == ConsentState.Open).ToList();
        return TextCard.Draw(
            pen, latest.Exists(request => request.State is ConsentState.Rejected) ? Tone.Attention : open.Count > 0 ? Tone.Warning : Tone.Good,
            pen.Word(latest.Count == 0 ? "consents.none" : open.Count > 0 ? "consents.waiting" : "consents.answered"), pen.About(visit),
            latest.Select(request => $"{Pen.Capital(pen.Say(request.Role.Title()))}: {pen.Say(ConsentStory.Of(request, visit, workplace, now))}"), [],
            [new CardButton(pen.Word("press.gate"), CardVerbs.GateAsk, ("visit", visit.Id)) { Style = ButtonStyle.Positive }],
            open.Count == 0 ? [] : [Mail(pen, visit, open)],
            open.SelectMany(request => request.AskedOf).Distinct().Select(id => pen.Call(workplace.Directory.FindPerson(id))).OfType<CardCall>());
    }

    private static CardQuestion Mail(Pen pen, Visit visit, IReadOnlyList<ConsentRequest> open) => new(
        pen.Word("consents.mail"),
        new CardButton(pen.Word("consents.mail.press"), CardVerbs.ConsentMail, ("visit", visit.Id)),
        new CardField("f_role", InputKind.Choice, pen.Word("consents.mail.whose"))
        {
            Value = Gate.Wire.Name(open[0].Role),
            Error = pen.Word("consents.mail.missing"),
            Choices = [.. open.Select(request => (Gate.Wire.Name(request.Role), Pen.Capital(pen.Say(request.Role.Title()))))],
        },
        new CardField("f_by", InputKind.Line, pen.Word("consents.mail.by")) { Error = pen.Word("consents.mail.missing") });
}
