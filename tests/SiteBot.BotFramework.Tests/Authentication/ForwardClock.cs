namespace SiteBot.BotFramework.Tests.Authentication;

/// <summary>A machine's clock that stands until it is moved.</summary>
internal sealed class ForwardClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public void Forward(TimeSpan time) => now += time;
}
