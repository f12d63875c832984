using System.Text.Json;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder;

/// <summary>Takes every activity of a conversation, in both directions.</summary>
public interface ITranscriptLogger
{
    Task LogActivityAsync(IActivity activity);
}

/// <summary>Writes activities to the debugger's trace: as text, or whole.</summary>
public class TraceTranscriptLogger(bool traceActivity) : ITranscriptLogger
{
    public TraceTranscriptLogger()
        : this(true)
    {
    }

    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        System.Diagnostics.Trace.TraceInformation(traceActivity
            ? JsonSerializer.Serialize((Activity)activity, SchemaJson.TypeInfo<Activity>())
            : $"{activity.From?.Name ?? activity.From?.Id ?? activity.From?.Role} [{activity.Type}] {activity.AsMessageActivity()?.Text}");
        return Task.CompletedTask;
    }
}

/// <summary>Gives a logger what comes in and what was sent. Ids are those that the channel gave.</summary>
public class TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger) : IMiddleware
{
    private readonly ITranscriptLogger logger = transcriptLogger ?? throw new ArgumentNullException(nameof(transcriptLogger));

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await logger.LogActivityAsync(turnContext.Activity).ConfigureAwait(false);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            var responses = await send().ConfigureAwait(false);
            foreach (var activity in activities)
            {
                await logger.LogActivityAsync(activity).ConfigureAwait(false);
            }

            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, update) =>
        {
            var response = await update().ConfigureAwait(false);
            await logger.LogActivityAsync(activity).ConfigureAwait(false);
            return response;
        });
        await next(cancellationToken).ConfigureAwait(false);
    }
}
