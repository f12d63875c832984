using System.Collections.Concurrent;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Seam;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Dialogs;

/// <summary>Goes on with the walk through the visit that a conversation works on, after what the turn itself did.</summary>
internal sealed class VisitDialogs
{
    private readonly TurnDialogState state = new();
    private readonly ConcurrentDictionary<string, DialogSet> sets = new(StringComparer.Ordinal);

    /// <summary>Goes on; what is asked next is said in the turn.</summary>
    /// <returns>The dialogs' state to keep, or null where none is active.</returns>
    public async ValueTask<string?> Advance(ITurnContext context, Turn turn, CancellationToken cancellation)
    {
        if (turn.Talk.Dialogs is null && !turn.WantsNext)
        {
            return null;
        }

        if (turn.Focus is not { } visit || !turn.Walks(visit))
        {
            turn.Talk = turn.Talk with { Asked = null };
            return null;
        }

        var held = new HeldDialogs(turn);
        context.TurnState.Set(held);
        var dialogs = await SetOf(turn.ProcedureOf(visit)).CreateContextAsync(context, cancellation).ConfigureAwait(false);
        await Continue(dialogs, turn, visit, cancellation).ConfigureAwait(false);
        if (dialogs.ActiveDialog is null && turn.WantsNext)
        {
            if (turn.ChecklistOf(visit).Next is not null)
            {
                await dialogs.BeginDialogAsync(visit.Service, visit.Id, cancellation).ConfigureAwait(false);
            }
            else if (visit.IsOpen)
            {
                turn.Say(StatusCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language));
            }
        }

        return dialogs.ActiveDialog is null ? null : ActivityJson.Write(held.State!);
    }

    private static async Task Continue(DialogContext dialogs, Turn turn, Visit visit, CancellationToken cancellation)
    {
        if (dialogs.ActiveDialog is null)
        {
            return;
        }

        if (turn.Talk.Asked?.StartsWith(visit.Id + "/", StringComparison.Ordinal) is true)
        {
            await dialogs.ContinueDialogAsync(cancellation).ConfigureAwait(false);
        }
        else
        {
            await dialogs.CancelAllDialogsAsync(cancellation).ConfigureAwait(false);
        }
    }

    private DialogSet SetOf(Procedure procedure) => sets.GetOrAdd(procedure.ContentHash, _ =>
    {
        var set = new DialogSet(state);
        set.Add(new VisitDialog(procedure));
        return set;
    });
}
