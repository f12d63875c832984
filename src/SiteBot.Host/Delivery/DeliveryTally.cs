using System.Diagnostics.Metrics;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Counts what became of messages at this host: for whoever waits, and as metrics.</summary>
internal sealed class DeliveryTally : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SiteBot.Delivery";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _reports;
    private int _delivered;
    private int _failed;

    public DeliveryTally() => _reports = _meter.CreateCounter<long>("sitebot.outbox.reports", "{message}", "What became of messages: sent, retry, put_back, given_up, overtaken.");

    /// <summary>Messages handed to their channel.</summary>
    public int Delivered => Volatile.Read(ref _delivered);

    /// <summary>Attempts that failed.</summary>
    public int Failed => Volatile.Read(ref _failed);

    /// <summary>Counts what was recorded.</summary>
    public void Count(IReadOnlyList<DeliveryReport> reports)
    {
        foreach (var report in reports)
        {
            switch (report)
            {
                case DeliveryReport.Sent:
                    Interlocked.Increment(ref _delivered);
                    break;
                case DeliveryReport.Retry or DeliveryReport.GivenUp:
                    Interlocked.Increment(ref _failed);
                    break;
            }

            _reports.Add(1, new KeyValuePair<string, object?>("outcome", NameOf(report)));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static string NameOf(DeliveryReport report) => report switch
    {
        DeliveryReport.Sent => "sent",
        DeliveryReport.Retry => "retry",
        DeliveryReport.PutBack => "put_back",
        DeliveryReport.GivenUp => "given_up",
        _ => "overtaken",
    };
}
