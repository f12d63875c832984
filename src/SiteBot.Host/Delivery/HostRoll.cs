using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;

namespace SiteBot.Host.Delivery;

/// <summary>The hosts that deliver from one store, so that they share the channel's limits. Each counts its own beats there; one whose count stands still is gone.
/// No clock is compared with another.</summary>
internal sealed partial class HostRoll(IStoreSettings settings, HostName host, SendPace pace, DeliveryOptions options, TimeProvider time, ILogger<HostRoll> logger) : BackgroundService
{
    private const string Setting = "delivery-hosts";
    private readonly Dictionary<string, (long Beats, long SeenAt)> _others = new(StringComparer.Ordinal);

    /// <summary>Enters this host before it delivers anything; where others are on the roll already, they get a beat's time to see it.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        pace.Hosts = 0;
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Strikes this host out, so that the others need not wait for it to be missed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Tried(roll => roll.Remove(host.Value), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(options.Beat, time);
        try
        {
            await Sign(stoppingToken);
            if (_others.Count > 0)
            {
                await Task.Delay(options.Beat * 2, time, stoppingToken);
            }

            do
            {
                await Sign(stoppingToken);
                pace.Hosts = _others.Count + 1;
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async ValueTask Sign(CancellationToken cancellation) => await Tried(
        roll =>
        {
            See(roll);
            foreach (var gone in roll.Keys.Where(name => name != host.Value && !_others.ContainsKey(name)).ToList())
            {
                roll.Remove(gone);
            }

            roll[host.Value] = roll.GetValueOrDefault(host.Value) + 1;
        },
        cancellation);

    private void See(Dictionary<string, long> roll)
    {
        var now = time.GetTimestamp();
        foreach (var (name, beats) in roll.Where(entry => entry.Key != host.Value))
        {
            if (!_others.TryGetValue(name, out var seen) || seen.Beats != beats)
            {
                _others[name] = (beats, now);
            }
        }

        foreach (var (name, seen) in _others)
        {
            if (!roll.ContainsKey(name) || time.GetElapsedTime(seen.SeenAt, now) > options.Beat * 4)
            {
                _others.Remove(name);
            }
        }
    }

    // A beat that is missed is no harm: the next one comes.
    private async ValueTask Tried(Action<Dictionary<string, long>> change, CancellationToken cancellation)
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
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogMissed(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The roll of hosts could not be signed; the next beat comes.")]
    private static partial void LogMissed(ILogger logger, Exception failure);
}

/// <summary>The source-generated JSON of the roll.</summary>
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class RollJson : JsonSerializerContext;
