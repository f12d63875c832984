using NodaTime;
using NodaTime.Text;
using SiteBot.Approvals;
using SiteBot.Forms;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Forms;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Gives a form: produced from the facts, kept, and handed over by a link of the person's own, in Teams also into their OneDrive. A signed form is never
/// produced again; its kept bytes are given. What recurs (each day, each week, at each stop) is drawn up anew each time, and every copy is kept.</summary>
internal static class FormsGiven
{
    private static readonly Text Unknown = new("没有这一份，请从表单里选。", "There is no such copy; choose from the forms.");

    /// <summary>Produces and gives a form of the standard.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form.</param>
    /// <param name="language">The language to write it in; null for the reader's.</param>
    /// <param name="occasion">The day or week that it is for, as its duty names it; null for the one that is owed now.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask Give(Turn turn, Visit visit, FormType form, Language? language, string? occasion, CancellationToken cancellation)
    {
        if (RightTo.Tell(visit, turn.Person.Id, turn.Workplace, turn.Now) is { } notYours)
        {
            turn.Refuse(notYours);
            return;
        }

        var procedure = turn.ProcedureOf(visit);
        if (!FormsOf.Recurs(procedure, form.Id) && visit.Forms.GetValueOrDefault(form.Id)?.Last is { SignedAt: not null, File: { } signed })
        {
            await GiveKept(turn, visit, form, signed, cancellation).ConfigureAwait(false);
            return;
        }

        var facts = new FormFacts(visit, procedure, turn.Workplace, turn.Now) { Days = Days(ProduceForm.OccasionOf(visit, form.Id, occasion, turn.Workplace, turn.Now)) };
        var whole = await FormReading.Whole(facts, turn.Tools.Ledger, cancellation).ConfigureAwait(false);
        var produced = await turn.Tools.Forms.Produce(form, whole, language ?? turn.Language, cancellation).ConfigureAwait(false);
        if (turn.Tell(visit, ProduceForm.Decide(visit, form.Id, produced.Hash, produced.Language, occasion, turn.Workplace, turn.Now, turn.Person.Id)) is { } refusal)
        {
            turn.Refuse(refusal);
            return;
        }

        await Hand(turn, turn.Visit(visit.Id)!, form, produced.Hash, produced.FileName, produced.Content.Length, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives a copy that is kept, to who may read the visit: nothing is told by that.</summary>
    public static async ValueTask GiveKept(Turn turn, Visit visit, FormType form, string? hash, CancellationToken cancellation)
    {
        if (hash is null || visit.Forms.GetValueOrDefault(form.Id)?.Copies.Any(copy => copy.File == hash) is not true
            || await turn.Tools.Files.Get(hash, cancellation).ConfigureAwait(false) is not { } file)
        {
            turn.Tell(Unknown);
        }
        else
        {
            await Hand(turn, visit, form, hash, $"{visit.Id}-{form.Id}.docx", file.Content.Length, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Produces and gives the one-page slip for the customer's duty staff; it is no form of the standard and no fact.</summary>
    public static async ValueTask GiveSlip(Turn turn, Visit visit, CancellationToken cancellation)
    {
        var facts = new FormFacts(visit, turn.ProcedureOf(visit), turn.Workplace, turn.Now);
        var produced = await turn.Tools.Forms.ProduceSlip(facts, null, cancellation).ConfigureAwait(false);
        turn.SayText(turn.Workplace.Texts.Get(
            "form.ready", turn.Language, ("form", turn.Workplace.Texts.Get("form.slip", turn.Language)), ("link", await Link(turn, visit, produced.Hash, produced.FileName, cancellation).ConfigureAwait(false) ?? "")));
    }

    private static async ValueTask Hand(Turn turn, Visit visit, FormType form, string hash, string fileName, long length, CancellationToken cancellation)
    {
        var link = await Link(turn, visit, hash, fileName, cancellation).ConfigureAwait(false);
        turn.SayBeside(FormCard.Draw(turn.Tools.Deck, turn.Workplace, visit, form, hash, link, turn.Now, turn.Language));
        FileOffer.Say(turn, visit, form.Id, form.Name.In(turn.Language), hash, fileName, length);
    }

    private static async ValueTask<string?> Link(Turn turn, Visit visit, string hash, string fileName, CancellationToken cancellation) =>
        (await turn.Tools.Links.For(hash, visit.Id, turn.Person.Id, fileName, cancellation).ConfigureAwait(false))?.AbsoluteUri;

    // A weekly record is owed on the day after its days.
    private static DateInterval? Days(Reminders.DutyOccasion? occasion) => occasion is null ? null
        : LocalDatePattern.Iso.Parse(occasion.Occasion).Value is var day && occasion.Duty.Every == Rhythm.Week ? new DateInterval(day.PlusDays(-occasion.Days), day.PlusDays(-1))
        : new DateInterval(day, day);
}
