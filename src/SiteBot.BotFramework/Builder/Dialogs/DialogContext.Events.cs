namespace SiteBot.BotFramework.Builder.Dialogs;

public partial class DialogContext
{
    /// <summary>Cancels every dialog on this stack.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, cancellationToken: cancellationToken);

    /// <summary>
    /// Cancels every dialog on this stack and, if asked, on those around it. Each dialog but the first is told before it is cancelled, and may stop it there by handling the event.
    /// </summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(bool cancelParents, string? eventName = null, object? eventValue = null, CancellationToken cancellationToken = default)
    {
        if (eventValue is CancellationToken)
        {
            throw new ArgumentException($"{nameof(eventValue)} cannot be a cancellation token");
        }

        if (Stack.Count == 0 && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var notify = false;
        for (var context = this; context is not null;)
        {
            if (context.Stack.Count == 0)
            {
                context = cancelParents ? context.Parent : null;
                continue;
            }

            if (notify && await context.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken).ConfigureAwait(false);
            notify = true;
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Offers an event to the active dialog. True where it, or one around it, handled it.</summary>
    /// <param name="name">One of <see cref="DialogEvents"/>, or a bot's own.</param>
    /// <param name="bubble">Whether the dialogs around may handle it.</param>
    /// <param name="fromLeaf">Whether to begin at the innermost active dialog.</param>
    public async Task<bool> EmitEventAsync(string name, object? value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var context = this;
        while (fromLeaf && context.Child is { } child)
        {
            context = child;
        }

        return context.ActiveDialog is { } instance
            && context.FindDialog(instance.Id) is { } dialog
            && await dialog.OnDialogEventAsync(context, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The language decided on for the turn, else that of its activity, else the machine's.</summary>
    public string GetLocale() =>
        (Context as TurnContext)?.Locale is { Length: > 0 } decided ? decided
        : Context.Activity.Locale is { Length: > 0 } spoken ? spoken
        : Thread.CurrentThread.CurrentCulture.Name;
}
