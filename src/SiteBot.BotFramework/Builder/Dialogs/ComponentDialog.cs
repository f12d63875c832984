namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Dialogs bundled under one id, with a stack of their own inside this dialog's state. From outside it is one dialog with one result.</summary>
public class ComponentDialog : DialogContainer
{
    /// <summary>Where the stack inside stands in the instance's state.</summary>
    public const string PersistedDialogState = "dialogs";

    private bool initialized;

    public ComponentDialog(string? dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>The dialog inside that begins first: the first one added, unless set.</summary>
    public string? InitialDialogId { get; set; }

    /// <summary>Adds a dialog inside this one.</summary>
    public virtual ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        if (options is CancellationToken)
        {
            throw new ArgumentException($"{nameof(options)} cannot be a cancellation token");
        }

        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        var innerState = new DialogState();
        outerDc.ActiveDialog!.State[PersistedDialogState] = innerState;
        var innerDc = new DialogContext(Dialogs, outerDc, innerState);
        var turnResult = await OnBeginDialogAsync(innerDc, options, cancellationToken).ConfigureAwait(false);
        return await AfterInnerTurnAsync(outerDc, turnResult, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        var turnResult = await OnContinueDialogAsync(CreateChildContext(outerDc)!, cancellationToken).ConfigureAwait(false);
        return await AfterInnerTurnAsync(outerDc, turnResult, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A dialog put on the stack above a component has ended: the component asks its question again, since the person's answer went elsewhere.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext outerDc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        if (result is CancellationToken)
        {
            throw new ArgumentException($"{nameof(result)} cannot be a cancellation token");
        }

        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog!, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await InnerContext(turnContext, instance).RepromptDialogAsync(cancellationToken).ConfigureAwait(false);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken).ConfigureAwait(false);
    }

    public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await InnerContext(turnContext, instance).CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken).ConfigureAwait(false);
    }

    public override DialogContext? CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.ActiveDialog is { } instance ? new DialogContext(Dialogs, dc, InnerState(instance)) : null;
    }

    /// <summary>Calls <see cref="OnInitializeAsync"/> if that has not happened yet.</summary>
    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (!initialized)
        {
            await OnInitializeAsync(outerDc).ConfigureAwait(false);
            initialized = true;
        }
    }

    /// <summary>Called once in the life of the object, before its first turn.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId!, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Ends the component with the result of the dialogs inside.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object? result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> AfterInnerTurnAsync(DialogContext outerDc, DialogTurnResult turnResult, CancellationToken cancellationToken)
    {
        if (turnResult.Status == DialogTurnStatus.Waiting)
        {
            return EndOfTurn;
        }

        var ended = await EndComponentAsync(outerDc, turnResult.Result, cancellationToken).ConfigureAwait(false);
        return turnResult.Status == DialogTurnStatus.Cancelled ? new DialogTurnResult(DialogTurnStatus.Cancelled, turnResult.Result) : ended;
    }

    private DialogContext InnerContext(ITurnContext turnContext, DialogInstance instance) => new(Dialogs, turnContext, InnerState(instance));

    /// <summary>The stack inside, put back as the object it is where storage gave it back as something else.</summary>
    private static DialogState InnerState(DialogInstance instance)
    {
        var state = instance.State.TryGetValue(PersistedDialogState, out var stored) ? StateJson.As<DialogState>(stored) ?? new DialogState() : new DialogState();
        instance.State[PersistedDialogState] = state;
        return state;
    }
}
