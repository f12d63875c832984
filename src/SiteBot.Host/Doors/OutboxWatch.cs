using NodaTime;
using SiteBot.Host.Settings;
using SiteBot.Outbox;

namespace SiteBot.Host.Doors;

/// <summary>How far delivery is behind. In Teams: the age of the oldest message that is due. In local mode, where days pass in a moment, for how long of the
/// machine's time that message has been seen to wait.</summary>
internal sealed class OutboxWatch(IOutbox outbox, IBusinessClock clock, TimeProvider machine, SiteBotOptions options)
{
    private readonly Lock _gate = new();
    private Instant? _oldest;
    private long _seenAt;

    /// <summary>Looks now.</summary>
    public async ValueTask<(OutboxLag Outbox, Duration Behind)> Look(CancellationToken cancellation)
    {
        var now = clock.Now;
        var lag = await outbox.Lag(now, cancellation);
        return (lag, lag.OldestDue is not { } oldest ? Forget() : options.Mode == HostMode.Teams ? now - oldest : Waited(oldest));
    }

    private Duration Forget()
    {
        lock (_gate)
        {
            _oldest = null;
            return Duration.Zero;
        }
    }

    private Duration Waited(Instant oldest)
    {
        lock (_gate)
        {
            if (_oldest != oldest)
            {
                (_oldest, _seenAt) = (oldest, machine.GetTimestamp());
            }

            return Duration.FromTimeSpan(machine.GetElapsedTime(_seenAt));
        }
    }
}
