using SiteBot.Answers;
using SiteBot.Forms;
using SiteBot.Standard;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>"Give me the training record form", "生成周报".</summary>
internal sealed class FormIntents(BuiltInReaders readers)
{
    /// <summary>Gives the form that the message names; else asks which.</summary>
    public async ValueTask Give(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is not { } visit)
        {
            return;
        }

        var known = FormsOf(turn, visit);
        if (readers.Messages.NamedIn(turn.Incoming.Text, known.Select(form => (form.Id, form.Name))) is { } id && known.FirstOrDefault(form => form.Id == id) is { } form)
        {
            await FormsGiven.Give(turn, visit, form, null, null, cancellation).ConfigureAwait(false);
        }
        else
        {
            turn.Say(FormChoiceCard.Draw(turn.Tools.Deck, turn.Workplace, visit, known, turn.Language));
        }
    }

    private static IReadOnlyList<FormType> FormsOf(Turn turn, Visit visit) =>
        [
            .. FormsOwed.Of(visit, turn.ProcedureOf(visit), turn.Workplace, turn.Now).Select(due => due.Form)
                .Concat(turn.Workplace.Standard.Forms.Where(form => form.From.Any(turn.ProcedureOf(visit).Phases.SelectMany(phase => phase.Provisions).Concat(turn.ProcedureOf(visit).Always).Contains)))
                .DistinctBy(form => form.Id),
        ];
}
