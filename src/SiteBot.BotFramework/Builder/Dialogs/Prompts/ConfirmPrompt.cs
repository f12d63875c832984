using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Builder.Dialogs.Recognizers;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : this(dialogId, PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, DefaultsOf), validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">What yes and no are called and how they are written out, by locale.</param>
    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        this.choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How yes and no are shown where the options do not say it.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string? DefaultLocale { get; set; }

    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>What yes and no are called, whatever the locale.</summary>
    public Tuple<Choice, Choice>? ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var (choices, choiceOptions) = ChoicesFor(activity);
        var prompt = AppendChoices(
            PlainPrompt.Question(options, isRetry),
            activity.ChannelId ?? string.Empty,
            choices,
            options.Style ?? Style,
            choiceOptions,
            activity.Conversation?.ConversationType,
            activity.From?.Id is { } user ? [user] : null,
            cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var answer = Answer(activity, PromptCultureModels.For(options?.RecognizeLanguage, activity.Locale, DefaultLocale));
            result.Succeeded = answer.HasValue;
            result.Value = answer ?? false;
        }

        return Task.FromResult(result);
    }

    private static (Choice Yes, Choice No, ChoiceFactoryOptions Options) DefaultsOf(PromptCultureModel culture) =>
        (new Choice(culture.YesInLanguage), new Choice(culture.NoInLanguage), ChoiceFactoryOptions.For(culture));

    /// <summary>A word for yes or no; else the choices' own names, and their numbers where the person was shown numbers.</summary>
    private bool? Answer(Activity activity, string locale)
    {
        if (BooleanRecognizer.Find(activity.Text!, locale) is { } answer)
        {
            return answer;
        }

        var (choices, options) = ChoicesFor(activity);
        var numbered = options.IncludeNumbers ?? true;
        var how = new FindChoicesOptions { Locale = locale, RecognizeNumbers = numbered, RecognizeOrdinals = numbered };
        return ChoiceRecognizers.RecognizeChoices(activity.Text!, choices, how) is [var first, ..] ? first.Resolution.Index == 0 : null;
    }

    private (List<Choice> Choices, ChoiceFactoryOptions Options) ChoicesFor(Activity activity)
    {
        var locale = PromptCultureModels.MapToNearestLanguage(string.IsNullOrEmpty(activity.Locale) ? DefaultLocale : activity.Locale);
        var defaults = locale is not null && choiceDefaults.TryGetValue(locale, out var own) ? own
            : choiceDefaults.TryGetValue(PromptCultureModels.English.Locale, out var english) ? english
            : DefaultsOf(PromptCultureModels.English);
        return ([ConfirmChoices?.Item1 ?? defaults.Yes, ConfirmChoices?.Item2 ?? defaults.No], ChoiceOptions ?? defaults.Options);
    }
}
