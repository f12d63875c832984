namespace SiteBot.Endurance;

/// <summary>A machine clock that runs faster than the machine's, so that an hour's limits are played in minutes.</summary>
/// <param name="factor">How much faster; 1 is the machine's own.</param>
public sealed class FastTime(double factor) : TimeProvider
{
#pragma warning disable RS0030 // The clock that is made faster.
    private static readonly TimeProvider Machine = System;
#pragma warning restore RS0030

    /// <summary>How much faster.</summary>
    public double Factor => factor;

    /// <inheritdoc />
    public override long TimestampFrequency => Machine.TimestampFrequency;

    /// <inheritdoc />
    public override long GetTimestamp() => (long)(Machine.GetTimestamp() * factor);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Machine.CreateTimer(callback, state, Slower(dueTime), Slower(period));

    private TimeSpan Slower(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / factor));
}
