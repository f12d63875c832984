namespace SiteBot.LocalChat;

/// <summary>What the local chat has under way to the bot: activities sent to <c>/api/messages</c> and not yet answered or given up.</summary>
public sealed class LocalChatTraffic
{
    private readonly Lock gate = new();
    private TaskCompletionSource? quiet;
    private int inFlight;

    /// <summary>Activities on their way right now, repetitions and their pauses included.</summary>
    public int InFlight
    {
        get
        {
            lock (gate)
            {
                return inFlight;
            }
        }
    }

    /// <summary>Completes when nothing is in flight: at once, or with the last answer.</summary>
    public Task Quiet(CancellationToken cancellation)
    {
        lock (gate)
        {
            return inFlight == 0
                ? Task.CompletedTask
                : (quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellation);
        }
    }

    internal async Task Carry(Func<Task> turn)
    {
        lock (gate)
        {
            inFlight++;
        }

        try
        {
            await turn();
        }
        finally
        {
            TaskCompletionSource? waiting = null;
            lock (gate)
            {
                if (--inFlight == 0)
                {
                    (waiting, quiet) = (quiet, null);
                }
            }

            waiting?.SetResult();
        }
    }
}
