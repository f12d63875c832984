namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Runs a bot's root dialog.</summary>
public static class DialogExtensions
{
    /// <summary>
    /// Continues the dialog, or begins it where it has not begun or has ended in an earlier turn. An exception is first offered to the active dialogs
    /// as an <see cref="DialogEvents.Error"/> event; where none of them handles it, it goes on.
    /// </summary>
    /// <param name="accessor">Where the conversation's stack is kept.</param>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor) { TelemetryClient = dialog.TelemetryClient };
        dialogs.Add(dialog);
        var context = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await context.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
            if (result.Status == DialogTurnStatus.Empty)
            {
                await context.BeginDialogAsync(dialog.Id, null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            if (!await context.EmitEventAsync(DialogEvents.Error, exception, bubble: true, fromLeaf: true, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }
    }
}
