using System.Threading.Channels;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Takes reports of messages one by one and records them in the outbox many at a time: one transaction for what came together.</summary>
internal sealed partial class DeliverySettling(IOutbox outbox, string host, DeliveryOptions options, TimeProvider time, ILogger logger)
{
    private const int Most = 256;
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(500);

    private readonly Channel<DeliveryReport> _reports = Channel.CreateUnbounded<DeliveryReport>(new UnboundedChannelOptions { SingleReader = true });

    private volatile bool _isRecording;

    /// <summary>Called with how many reports were recorded, or lost with their lease.</summary>
    public required Action<IReadOnlyList<DeliveryReport>> Settled { get; init; }

    /// <summary>True while reports are recorded that <see cref="Settled"/> was not called with yet: the outbox may know of them already.</summary>
    public bool IsRecording => _isRecording;

    /// <summary>Hands a report over; it is recorded soon.</summary>
    public void Report(DeliveryReport report) => _reports.Writer.TryWrite(report);

    /// <summary>No more reports come.</summary>
    public void Complete() => _reports.Writer.TryComplete();

    /// <summary>Records until <see cref="Complete"/> was called and all is recorded.</summary>
    public async Task Run()
    {
        var batch = new List<DeliveryReport>(Most);
        while (await _reports.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Most && _reports.Reader.TryRead(out var report))
            {
                batch.Add(report);
            }

            _isRecording = true;
            await Record(batch);
            Settled(batch);
            _isRecording = false;
        }
    }

    // A store that fails for a while: what is not recorded before the leases end is delivered again, by this host or another.
    private async Task Record(IReadOnlyList<DeliveryReport> batch)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await outbox.Settle(host, batch, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (time.GetElapsedTime(began) < options.Lease)
            {
                LogNotRecorded(logger, failure, batch.Count);
            }
            catch (Exception failure)
            {
                LogLost(logger, failure, batch.Count);
                return;
            }

            await Task.Delay(BeforeTryingAgain, time);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of {Count} messages could not be recorded; trying again.")]
    private static partial void LogNotRecorded(ILogger logger, Exception failure, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of {Count} messages was not recorded before their lease ended; they are delivered again.")]
    private static partial void LogLost(ILogger logger, Exception failure, int count);
}
