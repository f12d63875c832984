using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Host.Delivery;

/// <summary>Keeps what is owed reckoned ahead: at the start, when the directory changed, and once a day of business time. Any number of hosts may do so; the keys are the same.</summary>
internal sealed partial class AgendaKeeper(PlanReckoning reckoning, IStoreSettings settings, IWorkplace workplace, IBusinessClock clock, TimeProvider time, ILogger<AgendaKeeper> logger)
    : BackgroundService, IPlanning
{
    private const string Setting = "agenda-reckoned";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly Duration Every = Duration.FromDays(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _directory;
    private long _last = long.MinValue;

    /// <inheritdoc />
    public Instant? Next => Volatile.Read(ref _last) is var last && last == long.MinValue ? null : Microseconds.ToInstant(last) + Every;

    /// <inheritdoc />
    public async ValueTask CatchUp(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var place = workplace.Current;
            if (Next is { } next && clock.Now < next && place.Directory.ContentHash == _directory)
            {
                return;
            }

            var now = clock.Now;
            var since = await Since(now, cancellation);
            await reckoning.Of(place, since, now, cancellation);
            _directory = place.Directory.ContentHash;
            Volatile.Write(ref _last, Microseconds.Of(now));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Look, time);
        try
        {
            do
            {
                await Tried(stoppingToken);
            }
            while (await tick.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async ValueTask Tried(CancellationToken cancellation)
    {
        try
        {
            await CatchUp(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotReckoned(logger, failure);
        }
    }

    // Since when the store's plans are kept at all: what fell due before that was never owed.
    private async ValueTask<Instant> Since(Instant now, CancellationToken cancellation)
    {
        var written = Microseconds.Of(now).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await settings.Write(Setting, null, written, cancellation);
        var first = await settings.Read(Setting, cancellation);
        return Microseconds.ToInstant(long.Parse(first!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is owed could not be reckoned anew; trying again in a second.")]
    private static partial void LogNotReckoned(ILogger logger, Exception failure);
}
