using System.Diagnostics;
using System.Globalization;
using NodaTime;
using SiteBot.Host.Delivery;
using SiteBot.Outbox;
using SiteBot.Storage;

namespace SiteBot.Endurance;

/// <summary>How fast messages leave the outbox where nothing holds them back.</summary>
internal static class ThroughputRun
{
    /// <summary>Delivers so many messages to a thousand people and says how fast.</summary>
    public static async Task<string> Of(IStore store, int messages, string dialogs)
    {
        const int People = 1000;
        await FieldCrew.Owe(store, People, messages / People, "http://127.0.0.1:1");
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await using var host = await DeliveringHost.Start(
            store, FieldCrew.Workplace(10, dialogs), new DeliveryOptions { Limits = DeliveryLimits.None }, new FastTime(1), new Sink());
        await host.Pump.UntilSettled(Duration.FromMinutes(10), CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        var count = messages / People * People;
        return string.Create(CultureInfo.InvariantCulture, $"{count} messages in {seconds:0.0} s: {count / seconds:0} a second ({count / busy:0} a second of processor time)");
    }

    private sealed class Sink : IMessageDelivery
    {
        public ValueTask<DeliveryOutcome> Deliver(ClaimedMessage message, Instant now, CancellationToken cancellation) => new(new DeliveryOutcome.Delivered(null));
    }
}
