using SiteBot.Teams.Seam;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Dialogs;

/// <summary>The dialogs' state, taken from what the turn read and handed back to what it keeps: one read and one commit a turn.</summary>
internal sealed class TurnDialogState : IStatePropertyAccessor<DialogState>
{
    /// <inheritdoc />
    public string Name => nameof(TurnDialogState);

    /// <inheritdoc />
    public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var held = HeldDialogs.In(turnContext);
        return Task.FromResult(held.State ??= held.Turn.Talk.Dialogs is { } json ? ActivityJson.Read(json) : defaultValueFactory?.Invoke() ?? new DialogState());
    }

    /// <inheritdoc />
    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default)
    {
        HeldDialogs.In(turnContext).State = value;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        HeldDialogs.In(turnContext).State = new DialogState();
        return Task.CompletedTask;
    }
}

/// <summary>The turn that the dialogs run in, where they find it: in the state of the channel's turn.</summary>
internal sealed class HeldDialogs(Turn turn)
{
    /// <summary>The turn.</summary>
    public Turn Turn { get; } = turn;

    /// <summary>The dialogs' state; null until it is asked for.</summary>
    public DialogState? State { get; set; }

    /// <summary>The turn of a channel's turn.</summary>
    public static Turn Of(ITurnContext context) => In(context).Turn;

    /// <summary>What <see cref="VisitDialogs"/> put there before any dialog ran.</summary>
    internal static HeldDialogs In(ITurnContext context) => context.TurnState.Get<HeldDialogs>()!;
}
