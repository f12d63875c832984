using System.Globalization;
using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Asks until the answer will do, and ends with it. Only messages are answers: any other activity leaves the prompt waiting.</summary>
public abstract class Prompt<T> : Dialog
{
    private const string PersistedOptions = "options";
    private const string PersistedState = "state";
    private const string AttemptCountKey = "AttemptCount";

    private readonly PromptValidator<T>? validator;

    /// <exception cref="ArgumentNullException">There is no id.</exception>
    protected Prompt(string dialogId, PromptValidator<T>? validator = null)
        : base(string.IsNullOrWhiteSpace(dialogId) ? throw new ArgumentNullException(nameof(dialogId)) : dialogId)
    {
        this.validator = validator;
    }

    /// <exception cref="ArgumentOutOfRangeException">The options are not prompt options.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken)
        {
            throw new ArgumentException($"{nameof(options)} cannot be a cancellation token");
        }

        if (options is not PromptOptions promptOptions)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for Prompt dialogs");
        }

        ExpectInput(promptOptions.Prompt);
        ExpectInput(promptOptions.RetryPrompt);
        var state = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        dc.ActiveDialog!.State[PersistedOptions] = promptOptions;
        dc.ActiveDialog.State[PersistedState] = state;
        await OnPromptAsync(dc.Context, state, promptOptions, false, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var (state, options) = Persisted(dc.ActiveDialog!);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken).ConfigureAwait(false);
        var attempts = Convert.ToInt32(state.TryGetValue(AttemptCountKey, out var count) ? count : 0, CultureInfo.InvariantCulture) + 1;
        state[AttemptCountKey] = attempts;
        var valid = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, state, options, attempts), cancellationToken).ConfigureAwait(false);
        if (valid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken).ConfigureAwait(false);
        }

        // A validator that has said what is wrong has asked again itself.
        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state, options, true, cancellationToken).ConfigureAwait(false);
        }

        return EndOfTurn;
    }

    /// <summary>A dialog put on the stack above the prompt has ended: the prompt asks again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (result is CancellationToken)
        {
            throw new ArgumentException($"{nameof(result)} cannot be a cancellation token");
        }

        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var (state, options) = Persisted(instance);
        return OnPromptAsync(turnContext, state, options, false, cancellationToken);
    }

    /// <summary>Asks.</summary>
    /// <param name="isRetry">Whether an answer has come that would not do.</param>
    protected abstract Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    /// <summary>Reads the answer in the turn's activity.</summary>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>The prompt with its choices, where neither the kind of conversation nor who may see them is known.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>The prompt with its choices, in the given style; <see cref="ListStyle.Auto"/> asks what the channel can show. The prompt itself stays as it is.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        string? conversationType = null,
        IList<string>? toList = null,
        CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var shown = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is not Activity original)
        {
            shown.InputHint = InputHints.ExpectingInput;
            return shown;
        }

        var message = original.Copy();
        message.Text = shown.Text;
        message.SuggestedActions = shown.SuggestedActions ?? message.SuggestedActions;
        if (shown.Attachments is { Count: > 0 } cards)
        {
            message.Attachments = [.. message.Attachments ?? [], .. cards];
        }

        return message;
    }

    private static void ExpectInput(Activity? prompt)
    {
        if (prompt is { InputHint: null or "" })
        {
            prompt.InputHint = InputHints.ExpectingInput;
        }
    }

    /// <summary>What the prompt keeps, put back as the objects they are where storage gave them back as something else.</summary>
    private static (IDictionary<string, object> State, PromptOptions Options) Persisted(DialogInstance instance)
    {
        var stored = instance.State[PersistedState];
        var state = stored as IDictionary<string, object> ?? StateJson.As<Dictionary<string, object>>(stored) ?? [];
        var options = StateJson.As<PromptOptions>(instance.State[PersistedOptions]) ?? new PromptOptions();
        instance.State[PersistedState] = state;
        instance.State[PersistedOptions] = options;
        return (state, options);
    }
}
