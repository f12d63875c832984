using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>Asks to choose from a list: by the choice's text, a synonym, its number or its place.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null)
        : this(dialogId, PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, ChoiceFactoryOptions.For), validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">How choices are written out, by locale.</param>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        this.choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How the choices are shown where the options do not say it.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string? DefaultLocale { get; set; }

    /// <summary>How choices are written out, whatever the locale.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>What counts as a choice in an answer.</summary>
    public FindChoicesOptions? RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var prompt = AppendChoices(
            PlainPrompt.Question(options, isRetry),
            activity.ChannelId ?? string.Empty,
            options.Choices ?? [],
            options.Style ?? Style,
            ChoiceOptions ?? choiceDefaults.GetValueOrDefault(CultureOf(activity)) ?? ChoiceFactoryOptions.For(PromptCultureModels.English),
            activity.Conversation?.ConversationType,
            activity.From?.Id is { } user ? [user] : null,
            cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var how = RecognizerOptions ?? new FindChoicesOptions();
            var locale = PromptCultureModels.For(how.Locale, options.RecognizeLanguage, activity.Locale, DefaultLocale);
            if (ChoiceRecognizers.RecognizeChoices(activity.Text, options.Choices ?? [], how.In(locale)) is [var first, ..])
            {
                result.Succeeded = true;
                result.Value = first.Resolution;
            }
        }

        return Task.FromResult(result);
    }

    /// <summary>A bot may bring locales of its own, so the supported ones are not the only ones.</summary>
    private string CultureOf(Activity activity)
    {
        var locale = PromptCultureModels.MapToNearestLanguage(string.IsNullOrEmpty(activity.Locale) ? DefaultLocale : activity.Locale);
        return locale is not null && choiceDefaults.ContainsKey(locale) ? locale : PromptCultureModels.English.Locale;
    }
}
