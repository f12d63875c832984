using NodaTime;

namespace SiteBot.Host.Time;

/// <summary>Business time outside local mode: the machine's, which is never let go back.</summary>
internal sealed class MachineBusinessClock(TimeProvider machine) : IBusinessClock
{
    private readonly Forwards _forwards = new();

    /// <inheritdoc />
    public Instant Now => _forwards.NotBefore(Instant.FromDateTimeOffset(machine.GetUtcNow()));
}

/// <summary>Holds what was shown last, so that a machine clock that is set back does not turn business time.</summary>
internal sealed class Forwards
{
    private long _latest = long.MinValue;

    /// <summary>The later of <paramref name="moment"/> and all that was shown before.</summary>
    public Instant NotBefore(Instant moment)
    {
        var ticks = moment.ToUnixTimeTicks();
        var latest = Volatile.Read(ref _latest);
        while (ticks > latest)
        {
            var seen = Interlocked.CompareExchange(ref _latest, ticks, latest);
            if (seen == latest)
            {
                return moment;
            }

            latest = seen;
        }

        return Instant.FromUnixTimeTicks(latest);
    }
}
