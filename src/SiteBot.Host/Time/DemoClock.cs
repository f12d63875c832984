using System.Globalization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Host.Time;

/// <summary>Business time in local mode: the machine's with an offset that only grows, or a moment that stands still between moves. What it is reckoned from
/// is a setting of the store, so that its hosts share it and a restart keeps it.</summary>
internal sealed class DemoClock : IBusinessClock
{
    /// <summary>The setting of the store: <c>offset/MICROSECONDS</c> while it ticks, <c>frozen/MICROSECONDS</c> while it stands.</summary>
    public const string Setting = "clock";

    private const string Ticking = "offset/";
    private const string Standing = "frozen/";

    private readonly IStoreSettings _settings;
    private readonly TimeProvider _machine;
    private readonly Forwards _forwards = new();
    private volatile string _kept;

    private DemoClock(IStoreSettings settings, TimeProvider machine, string kept) => (_settings, _machine, _kept) = (settings, machine, kept);

    /// <inheritdoc />
    public Instant Now => _forwards.NotBefore(Reckon(_kept));

    private Instant MachineNow => Instant.FromDateTimeOffset(_machine.GetUtcNow());

    /// <summary>Opens the clock of a store.</summary>
    /// <param name="settings">The store's.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="start">Where a clock that is new begins; null for the machine's time.</param>
    /// <param name="frozen">Whether it stands still between moves from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask<DemoClock> Open(IStoreSettings settings, TimeProvider machine, Instant? start, bool frozen, CancellationToken cancellation)
    {
        while (true)
        {
            var kept = await settings.Read(Setting, cancellation);
            if (kept is not null && kept.StartsWith(frozen ? Standing : Ticking, StringComparison.Ordinal))
            {
                return new DemoClock(settings, machine, kept);
            }

            var now = Instant.FromDateTimeOffset(machine.GetUtcNow());
            var from = kept is null ? start ?? now : new DemoClock(settings, machine, kept).Now;
            var wanted = Written(from, now, frozen);
            if (await settings.Write(Setting, kept, wanted, cancellation))
            {
                return new DemoClock(settings, machine, wanted);
            }
        }
    }

    /// <summary>Takes over what another host has moved meanwhile.</summary>
    public async ValueTask Refresh(CancellationToken cancellation) => _kept = await _settings.Read(Setting, cancellation) ?? _kept;

    /// <summary>Moves the clock to <paramref name="moment"/>; where it is there or beyond already, nothing happens.</summary>
    /// <returns>The moment now.</returns>
    public async ValueTask<Instant> Forward(Instant moment, CancellationToken cancellation)
    {
        while (Now < moment)
        {
            var kept = _kept;
            var wanted = Written(moment, MachineNow, kept.StartsWith(Standing, StringComparison.Ordinal));
            if (await _settings.Write(Setting, kept, wanted, cancellation))
            {
                _kept = wanted;
            }
            else
            {
                await Refresh(cancellation);
            }
        }

        return Now;
    }

    // Rounded up: what is set to a moment must not show a moment before it.
    private static string Written(Instant moment, Instant machine, bool frozen) => frozen
        ? Standing + Microseconds.Of(moment).ToString(CultureInfo.InvariantCulture)
        : Ticking + (Microseconds.Of(moment) - Microseconds.Of(machine) + 1).ToString(CultureInfo.InvariantCulture);

    private Instant Reckon(string kept)
    {
        var number = long.Parse(kept.AsSpan(Ticking.Length), CultureInfo.InvariantCulture);
        return kept.StartsWith(Standing, StringComparison.Ordinal) ? Microseconds.ToInstant(number) : MachineNow + Duration.FromTicks(number * 10);
    }
}
