using System.Diagnostics.CodeAnalysis;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Takes what is due out of the outbox to its recipients: claims under a lease, delivers conversations side by side and each one's messages in order, keeps to what the
/// channel takes, and records what became of each. Any number of hosts do so on one store.</summary>
internal sealed partial class OutboxDispatcher : BackgroundService
{
    private static readonly TimeSpan AfterAFault = TimeSpan.FromSeconds(1);

    private readonly IOutbox _outbox;
    private readonly IOutboxBell _bell;
    private readonly IBusinessClock _clock;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConversationRun _run;
    private readonly DeliverySettling _settling;
    private readonly DeliveryTally _tally;
    private readonly Wake _wake = new();
    private int _held;

    public OutboxDispatcher(
        IOutbox outbox, IOutboxBell bell, IMessageDelivery delivery, SendPace pace, FailureConsequences consequences, IBusinessClock clock, DeliveryOptions options,
        DeliveryTally tally, HostName host, TimeProvider time, ILogger<OutboxDispatcher> logger)
    {
        (_outbox, _bell, _clock, _options, _time, _logger, _tally, Host) = (outbox, bell, clock, options, time, logger, tally, host.Value);
        _run = new ConversationRun(delivery, pace, consequences, clock, options, time, logger);
        _settling = new DeliverySettling(outbox, Host, options, time, logger) { Settled = Recorded };
    }

    /// <summary>Who this host is in leases.</summary>
    public string Host { get; }

    /// <summary>How many messages this host holds.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>True while the outbox may know what became of messages that are not counted yet.</summary>
    public bool IsRecording => _settling.IsRecording;

    /// <summary>Looks at the outbox at once.</summary>
    public void Look() => _wake.Ring();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cut = new CancellationTokenSource();
        var settling = _settling.Run();
        var running = new RunningTasks();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await Claimed(running, stoppingToken, cut.Token))
                {
                    await Rest(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }

        cut.CancelAfter(_options.StopWithin);
        await running.All();
        _settling.Complete();
        await settling;
    }

    // True where something was claimed: more may be due.
    private async ValueTask<bool> Claimed(RunningTasks running, CancellationToken stopping, CancellationToken cut)
    {
        var room = Math.Min(_options.Batch, _options.InFlight - Held);
        if (room <= 0)
        {
            return false;
        }

        var asked = _time.GetTimestamp();
        IReadOnlyList<ClaimedMessage> claimed;
        try
        {
            claimed = await _outbox.Claim(_clock.Now, Host, Duration.FromTimeSpan(_options.Lease), room, stopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotClaimed(_logger, failure);
            await Task.Delay(AfterAFault, _time, stopping);
            return false;
        }

        Interlocked.Add(ref _held, claimed.Count);
        var order = DeliveryOrder.Of(claimed);
        foreach (var overtaken in order.Overtaken)
        {
            _settling.Report(overtaken);
        }

        foreach (var queue in order.Queues)
        {
            running.Add(Task.Run(() => Deliver(queue, asked, stopping, cut), CancellationToken.None));
        }

        return claimed.Count > 0;
    }

    [SuppressMessage("Design", "CA1031", Justification = "One conversation's fault must not end the delivery of the others.")]
    private async Task Deliver(ConversationQueue queue, long asked, CancellationToken stopping, CancellationToken cut)
    {
        var told = 0;
        try
        {
            await _run.Run(queue, asked, report => { told++; _settling.Report(report); }, stopping, cut);
        }
        catch (Exception failure)
        {
            LogBroken(_logger, failure, queue.To.Value);
            foreach (var message in queue.Messages.Skip(told))
            {
                _settling.Report(new DeliveryReport.Retry(message.Message.Key, _options.Retry.First, failure.Message));
            }
        }
    }

    // Until something may be new here or elsewhere, or there is room again, or it is time to look.
    private async ValueTask Rest(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var longest = Duration.FromTimeSpan(_options.LookEvery);
        var bell = Held >= _options.InFlight ? Task.Delay(_options.LookEvery, _time, either.Token) : _bell.Wait(longest, either.Token).AsTask();
        await Task.WhenAny(bell, _wake.Wait(either.Token));
        await either.CancelAsync();
        try
        {
            await bell;
        }
        catch (OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
        }
        catch (Exception failure)
        {
            LogNoBell(_logger, failure);
            await Task.Delay(AfterAFault, _time, stopping);
        }
    }

    private void Recorded(IReadOnlyList<DeliveryReport> reports)
    {
        Interlocked.Add(ref _held, -reports.Count);
        _tally.Count(reports);

        // Room for more; or the recipient's next message is free now.
        _wake.Ring();
        foreach (var report in reports)
        {
            var after = report switch { DeliveryReport.PutBack back => back.After, DeliveryReport.Retry retry => retry.After, _ => Duration.Zero };
            if (after > Duration.Zero && after < Duration.FromTimeSpan(_options.LookEvery))
            {
                _wake.RingAfter(after.ToTimeSpan(), _time);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be asked for what is due; looking again in a second.")]
    private static partial void LogNotClaimed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivering to {Recipient} broke off; it is tried again.")]
    private static partial void LogBroken(ILogger logger, Exception failure, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox's bell could not be waited for; looking again in a second.")]
    private static partial void LogNoBell(ILogger logger, Exception failure);
}
