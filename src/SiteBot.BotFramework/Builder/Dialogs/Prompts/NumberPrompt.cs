using System.Globalization;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Builder.Dialogs.Recognizers;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Asks for a number, in digits or in words, anywhere in the answer: "I am 18 years old", "三点五".</summary>
/// <typeparam name="T">int, long, float, double or decimal. A number that does not fit it is not recognised.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(long) && typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(decimal))
        {
            throw new NotSupportedException($"NumberPrompt: type argument T of type '{typeof(T)}' is not supported");
        }

        DefaultLocale = defaultLocale;
    }

    /// <summary>The language of an answer that does not say its own; English where this does not say it either.</summary>
    public string? DefaultLocale { get; set; }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        turnContext.AskAsync(options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        var text = turnContext.Activity.Type == ActivityTypes.Message ? turnContext.Activity.Text : null;
        if (!string.IsNullOrWhiteSpace(text))
        {
            var culture = PromptCultureModels.For(options?.RecognizeLanguage, turnContext.Activity.Locale, DefaultLocale);
            if (NumberRecognizer.Find(text, culture) is [var number, ..] && Converted(number.Value) is { } value)
            {
                result.Succeeded = true;
                result.Value = value;
            }
        }

        return Task.FromResult(result);
    }

    private static T? Converted(decimal number)
    {
        var whole = typeof(T) == typeof(int) || typeof(T) == typeof(long);
        if (whole && decimal.Truncate(number) != number)
        {
            return null;
        }

        try
        {
            return (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
