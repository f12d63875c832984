using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Delivers one recipient's messages one after the other and says what became of each.</summary>
internal sealed partial class ConversationRun(
    IMessageDelivery delivery, SendPace pace, FailureConsequences consequences, IBusinessClock clock, DeliveryOptions options, TimeProvider time, ILogger logger)
{
    // Gone a third time, it is not the address that is wrong.
    private const int Openings = 3;

    private readonly RetrySchedule _schedule = options.Retry;
    private readonly TimeSpan _beginWithin = options.Lease - options.Attempt - TimeSpan.FromSeconds(1);

    /// <summary>Delivers.</summary>
    /// <param name="queue">The messages, in order.</param>
    /// <param name="claimed">When they were claimed, a timestamp of the machine's clock.</param>
    /// <param name="report">Takes exactly one report for each message.</param>
    /// <param name="stopping">Nothing more is begun; what is not begun is put back.</param>
    /// <param name="cut">What is out now is given up waiting for.</param>
    public async Task Run(ConversationQueue queue, long claimed, Action<DeliveryReport> report, CancellationToken stopping, CancellationToken cut)
    {
        for (var at = 0; at < queue.Messages.Length; at++)
        {
            var message = queue.Messages[at];
            var wait = pace.WaitOf(queue.To);
            if (wait > Duration.Zero || stopping.IsCancellationRequested || await Turn(message.Message, claimed, stopping) is not { } request)
            {
                PutBack(queue, at, wait, report);
                return;
            }

            var outcome = await Attempt(message, cut);
            pace.End(request, wasMade: outcome is not DeliveryOutcome.Overtaken);
            var said = await ReportOf(message, outcome, stopping);
            report(said);
            if (said is DeliveryReport.Retry)
            {
                // What comes after it waits behind it, in the outbox: the recipient's messages stay in order.
                PutBack(queue, at + 1, Duration.Zero, report);
                return;
            }
        }
    }

    // Null where the lease would be over too soon, or the host stops.
    private async ValueTask<SentRequest?> Turn(OutgoingMessage message, long claimed, CancellationToken stopping)
    {
        var left = _beginWithin - time.GetElapsedTime(claimed);
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        using var leased = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(leased.Token, stopping);
        try
        {
            return await pace.Begin(message.To, message.Urgency, either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<DeliveryOutcome> Attempt(ClaimedMessage message, CancellationToken cut)
    {
        using var timeout = new CancellationTokenSource(options.Attempt, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cut);
        try
        {
            return await delivery.Deliver(message, clock.Now, either.Token);
        }
        catch (OperationCanceledException)
        {
            return new DeliveryOutcome.Failed(FailureKind.Passing, cut.IsCancellationRequested ? "The host stopped before the channel answered." : "The channel did not answer in time.");
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, message.Message.Key);
            return new DeliveryOutcome.Failed(FailureKind.Passing, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private async ValueTask<DeliveryReport> ReportOf(ClaimedMessage claimed, DeliveryOutcome outcome, CancellationToken stopping)
    {
        var key = claimed.Message.Key;
        switch (outcome)
        {
            case DeliveryOutcome.Delivered sent:
                return new DeliveryReport.Sent(key, sent.Posted);
            case DeliveryOutcome.Overtaken overtaken:
                return new DeliveryReport.Overtaken(key, overtaken.Reason);
            case DeliveryOutcome.Failed { Kind: FailureKind.ConversationGone } gone when claimed.Attempts + 1 < Math.Min(Openings, _schedule.Attempts):
                // The address was forgotten: the next attempt opens the conversation anew.
                return new DeliveryReport.Retry(key, Duration.Zero, gone.Reason);
            case DeliveryOutcome.Failed { Kind: FailureKind.Passing } passing when Again(claimed, passing) is { } after:
                return new DeliveryReport.Retry(key, after, passing.Reason);
            case DeliveryOutcome.Failed failed:
                return await GiveUp(claimed, failed, stopping);
            default:
                throw new InvalidOperationException($"Delivery came to the unknown outcome {outcome.GetType().Name}.");
        }
    }

    private async ValueTask<DeliveryReport> GiveUp(ClaimedMessage claimed, DeliveryOutcome.Failed failed, CancellationToken stopping)
    {
        try
        {
            await consequences.Ask(claimed.Message, failed.Kind, stopping);
            LogGivenUp(logger, claimed.Message.Key, failed.Kind, failed.Reason);
            return new DeliveryReport.GivenUp(claimed.Message.Key, $"{Undelivered.ReasonOf(failed.Kind)}: {failed.Reason}");
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, claimed.Message.Key);
            return new DeliveryReport.Retry(claimed.Message.Key, _schedule.First, failed.Reason);
        }
    }

    private Duration? Again(ClaimedMessage claimed, DeliveryOutcome.Failed failed) =>
        _schedule.After(claimed.Attempts + 1, claimed.Message.Urgency, failed.RetryAfter, Random.Shared.NextDouble());

    private static void PutBack(ConversationQueue queue, int from, Duration after, Action<DeliveryReport> report)
    {
        foreach (var message in queue.Messages.AsSpan()[from..])
        {
            report(new DeliveryReport.PutBack(message.Message.Key, after));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering {Key} failed in a way that is no answer of the channel; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Key} was given up ({Kind}): {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string key, FailureKind kind, string reason);
}
