namespace SiteBot.Host.Workers;

/// <summary>Work that is done again and again at a pace of machine time, the first time soon after the start. A failure is logged and tried again at the next time.</summary>
internal abstract partial class PacedWork(TimeSpan first, TimeSpan pace, TimeProvider machine, ILogger log) : BackgroundService
{
    /// <summary>Does it once.</summary>
    public abstract Task Once(CancellationToken stopping);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(first, machine, stoppingToken);
            while (true)
            {
                await Tried(stoppingToken);
                await Task.Delay(pace, machine, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task Tried(CancellationToken stopping)
    {
        try
        {
            await Once(stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Failed(log, failure, GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed and is tried again later.")]
    private static partial void Failed(ILogger log, Exception failure, string work);
}
