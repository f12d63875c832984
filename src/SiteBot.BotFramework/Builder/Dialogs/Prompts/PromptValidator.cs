namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Says whether an answer will do. It is asked even when nothing was recognised, and may set the value itself, or send what to do about it.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator is given.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options, int attemptCount)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
        AttemptCount = attemptCount;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    /// <summary>What the prompt keeps until it ends.</summary>
    public IDictionary<string, object> State { get; }

    public PromptOptions Options { get; }

    /// <summary>How many answers there were, this one counted.</summary>
    public int AttemptCount { get; }
}

/// <summary>What a prompt made of an answer.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    /// <summary>Has a meaning where <see cref="Succeeded"/> is true, or a validator has set it.</summary>
    public T Value { get; set; } = default!;

    public bool AllowInterruption { get; set; }
}
