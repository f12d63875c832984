using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>What a prompt asks, and how it asks again. It is stored while the prompt waits.</summary>
public class PromptOptions
{
    public PromptOptions()
    {
    }

    public PromptOptions(Activity? prompt = null, Activity? retryPrompt = null, IList<Choice>? choices = null, ListStyle? style = null, object? validations = null)
    {
        Prompt = prompt;
        RetryPrompt = retryPrompt;
        Choices = choices;
        Style = style;
        Validations = validations;
    }

    public Activity? Prompt { get; set; }

    /// <summary>What is said after an answer that did not do; by default the prompt itself.</summary>
    public Activity? RetryPrompt { get; set; }

    public IList<Choice>? Choices { get; set; }

    /// <summary>How the choices are shown, where it is not how the prompt always shows them.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Whatever the validator wants to know.</summary>
    public object? Validations { get; set; }

    /// <summary>The language of the answer, where it is not that of the activity.</summary>
    public string? RecognizeLanguage { get; set; }
}
