using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs;

/// <summary>How prompts ask that have nothing to add to their question.</summary>
internal static class PlainPrompt
{
    /// <summary>Sends the retry prompt after an answer that would not do, where there is one; else the prompt, where there is one.</summary>
    public static async Task AskAsync(this ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if (Question(options, isRetry) is { } question)
        {
            await turnContext.SendActivityAsync(question.Copy(), cancellationToken).ConfigureAwait(false);
        }
    }

    public static Activity? Question(PromptOptions options, bool isRetry) => isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt;
}
