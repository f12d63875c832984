using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SiteBot.Host.Telemetry;

/// <summary>What the host measures. Nothing in it names a person.</summary>
internal sealed class HostMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of traces; delivery's meter has one of its own.</summary>
    public const string Name = "SiteBot.Host";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _turns;
    private readonly Counter<long> _verdicts;
    private readonly Histogram<double> _commits;

    /// <summary>Makes the instruments.</summary>
    public HostMetrics()
    {
        _turns = _meter.CreateHistogram<double>("sitebot.turn.duration", "s", "How long a turn lasts, from its request to its answer.");
        _verdicts = _meter.CreateCounter<long>("sitebot.verdicts", "{verdict}", "Decisions of the gate on record.");
        _commits = _meter.CreateHistogram<double>("sitebot.commit.duration", "s", "How long a commit lasts.");
    }

    /// <summary>The source of traces.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A turn ended.</summary>
    public void Turn(TimeSpan lasted, int status) => _turns.Record(lasted.TotalSeconds, new KeyValuePair<string, object?>("status", status));

    /// <summary>Whether anybody counts verdicts: to find out what a record says costs more than to keep it.</summary>
    public bool CountsVerdicts => _verdicts.Enabled;

    /// <summary>The gate answered, on record.</summary>
    public void Verdict(string verdict) => _verdicts.Add(1, new KeyValuePair<string, object?>("verdict", verdict));

    /// <summary>A commit ended.</summary>
    public void Commit(TimeSpan lasted, string outcome) => _commits.Record(lasted.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
