using SiteBot.Forms;
using SiteBot.Standard;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>"Give me the training record form", "生成周报".</summary>
internal static class FormIntents
{
    /// <summary>Gives the form that the message names; else asks which.</summary>
    public static async ValueTask Give(Turn turn, Understood understood, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn) is not { } visit)
        {
            return;
        }

        var known = FormsOf(turn, visit);
        if (Named(known, turn.Incoming.Text) is { } form)
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

    // The name that shares most with the message, counted in pairs of letters, so that "training record" and "培训记录" both find theirs.
    private static FormType? Named(IReadOnlyList<FormType> forms, string text)
    {
        var said = Pairs(text);
        var best = forms.Select(form => (Form: form, Share: Math.Max(Share(form.Name.Zh, said), Share(form.Name.En, said)))).MaxBy(pair => pair.Share);
        return best.Share >= 0.5 ? best.Form : null;
    }

    private static double Share(string name, HashSet<string> said) => Pairs(name) is { Count: > 0 } pairs ? (double)pairs.Count(said.Contains) / pairs.Count : 0;

    private static HashSet<string> Pairs(string text)
    {
        var folded = text.ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - 1)).Select(i => folded.Substring(i, 2)).Where(pair => !pair.Any(char.IsWhiteSpace))];
    }
}
