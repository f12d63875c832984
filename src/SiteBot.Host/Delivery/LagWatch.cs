using NodaTime;
using SiteBot.Host.Doors;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Looks every half minute how far delivery is behind, and alarms the administrators where it stays behind too long: once for each time that it falls behind.</summary>
internal sealed partial class LagWatch(
    OutboxWatch watch, ILedger ledger, IWorkplace workplace, IBusinessClock clock, DeliveryLag metrics, DeliveryOptions options, TimeProvider time, ILogger<LagWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private bool _alarmed;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await Look(stoppingToken);
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Looks once.</summary>
    public async ValueTask Look(CancellationToken cancellation)
    {
        try
        {
            var (lag, behind) = await watch.Look(cancellation);
            metrics.See(lag, behind);
            if (behind <= options.AlarmAfter)
            {
                _alarmed = false;
            }
            else if (!_alarmed)
            {
                LogBehind(logger, behind, lag.Due);
                await ledger.Commit(new Commit { Outgoing = [.. DeliveryBehind.Alarm(workplace.Current.Directory, lag, clock.Now)] });
                _alarmed = true;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogBlind(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery is {Behind} behind; {Due} messages are due and undelivered.")]
    private static partial void LogBehind(ILogger logger, Duration behind, int due);

    [LoggerMessage(Level = LogLevel.Error, Message = "How far delivery is behind could not be seen.")]
    private static partial void LogBlind(ILogger logger, Exception failure);
}
