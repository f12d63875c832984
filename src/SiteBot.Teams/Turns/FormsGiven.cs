using SiteBot.Forms;
using SiteBot.Standard;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Gives a form: produced from the facts, kept, and handed over by a link of the person's own. A signed form is never produced again; its kept bytes are given.</summary>
internal static class FormsGiven
{
    /// <summary>Produces and gives a form of the standard.</summary>
    public static async ValueTask Give(Turn turn, Visit visit, FormType form, Language? language, CancellationToken cancellation)
    {
        var record = visit.Forms.GetValueOrDefault(form.Id);
        if (record is { SignedAt: not null, File: { } signed })
        {
            turn.Say(FormCard.Draw(
                turn.Tools.Deck, turn.Workplace, visit, form, await Link(turn, signed, $"{visit.Id}-{form.Id}.docx", cancellation).ConfigureAwait(false), turn.Now, turn.Language));
            return;
        }

        var facts = new FormFacts(visit, turn.ProcedureOf(visit), turn.Workplace, turn.Now);
        var produced = await turn.Tools.Forms.Produce(form, facts, language ?? turn.Language, cancellation).ConfigureAwait(false);
        if (turn.Tell(visit, ProduceForm.Decide(visit, form.Id, produced.Hash, produced.Language, turn.Workplace)) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        turn.Say(FormCard.Draw(
            turn.Tools.Deck, turn.Workplace, turn.Visit(visit.Id)!, form, await Link(turn, produced.Hash, produced.FileName, cancellation).ConfigureAwait(false), turn.Now, turn.Language));
    }

    private static async ValueTask<string?> Link(Turn turn, string hash, string fileName, CancellationToken cancellation) =>
        (await turn.Tools.Links.For(hash, turn.Person.Id, fileName, cancellation).ConfigureAwait(false))?.AbsoluteUri;

    /// <summary>Produces and gives the one-page slip for the customer's duty staff; it is no form of the standard and no fact.</summary>
    public static async ValueTask GiveSlip(Turn turn, Visit visit, CancellationToken cancellation)
    {
        var facts = new FormFacts(visit, turn.ProcedureOf(visit), turn.Workplace, turn.Now);
        var produced = await turn.Tools.Forms.ProduceSlip(facts, null, cancellation).ConfigureAwait(false);
        turn.SayText(turn.Workplace.Texts.Get(
            "form.ready", turn.Language, ("form", turn.Workplace.Texts.Get("form.slip", turn.Language)), ("link", await Link(turn, produced.Hash, produced.FileName, cancellation).ConfigureAwait(false) ?? "")));
    }
}
