using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;

namespace SiteBot.BotFramework.Tests.Dialogs;

/// <summary>A bot that runs one dialog and says how it ended, over storage that gives back what it was given as JSON between any two turns.</summary>
internal static class DialogBot
{
    public static TestFlow Run(Dialog root, string? locale = null, TestAdapter? adapter = null, object? options = null, params Dialog[] others)
    {
        var conversation = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs")).Add(root);
        foreach (var other in others)
        {
            dialogs.Add(other);
        }

        return new TestFlow((adapter ?? new TestAdapter()).Use(new AutoSaveStateMiddleware(conversation)), async (turn, cancellation) =>
        {
            turn.Activity.Locale = locale ?? turn.Activity.Locale;
            var dc = await dialogs.CreateContextAsync(turn, cancellation);
            var result = await dc.ContinueDialogAsync(cancellation);
            if (result.Status == DialogTurnStatus.Empty)
            {
                result = await dc.BeginDialogAsync(root.Id, options, cancellation);
            }

            if (result.Status is DialogTurnStatus.Complete or DialogTurnStatus.Cancelled)
            {
                await turn.SendActivityAsync($"{result.Status}: {result.Result}", cancellationToken: cancellation);
            }
        });
    }

    public static PromptOptions Asking(string question, string? again = null) => new()
    {
        Prompt = MessageFactory.Text(question),
        RetryPrompt = again is null ? null : MessageFactory.Text(again),
    };
}
