using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;

namespace SiteBot.Host.Delivery;

/// <summary>Keeps the roll of the hosts that deliver from one store, so that they share the channel's limits.</summary>
internal sealed partial class HostRoll(IStoreSettings settings, HostName host, SendPace pace, DeliveryOptions options, TimeProvider time, ILogger<HostRoll> logger) : BackgroundService
{
    private const string Setting = "delivery-hosts";
    private readonly SeenHosts _hosts = new(host.Value, options.Beat * 4, HostName.IsGone);
    private readonly long _origin = time.GetTimestamp();

    /// <summary>Enters this host before it delivers anything. Where others are on the roll, it waits until each has seen it: two beats at most. One that was killed on this machine is not waited for.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        pace.Hosts = 0;
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Strikes this host out, so that the others need not wait for it to be missed. Where there is no time left for it, they miss it.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await base.StopAsync(cancellationToken);
            await Tried(roll => roll.Remove(host.Value), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A stop that took long must not end as a failure.
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(options.Beat, time);
        try
        {
            var began = time.GetTimestamp();
            await Sign(stoppingToken);
            while (!_hosts.AllKnowThis && time.GetElapsedTime(began) < options.Beat * 2)
            {
                await Task.Delay(options.Beat / 8, time, stoppingToken);
                await Sign(stoppingToken);
            }

            do
            {
                await Sign(stoppingToken);
                pace.Hosts = _hosts.Count;
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async ValueTask Sign(CancellationToken cancellation)
    {
        if (await Tried(roll => _hosts.Sign(roll, time.GetElapsedTime(_origin)), cancellation))
        {
            _hosts.Written();
        }
    }

    // A beat that is missed is no harm: the next one comes.
    private async ValueTask<bool> Tried(Action<Dictionary<string, long>> change, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var written = await settings.Read(Setting, cancellation);
                var roll = written is null ? [] : JsonSerializer.Deserialize(written, RollJson.Default.DictionaryStringInt64) ?? [];
                change(roll);
                if (await settings.Write(Setting, written, JsonSerializer.Serialize(roll, RollJson.Default.DictionaryStringInt64), cancellation))
                {
                    return true;
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogMissed(logger, failure);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The roll of hosts could not be signed; the next beat comes.")]
    private static partial void LogMissed(ILogger logger, Exception failure);
}

/// <summary>The source-generated JSON of the roll.</summary>
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class RollJson : JsonSerializerContext;
