using NodaTime;
using NodaTime.TimeZones;

namespace SiteBot.Windows;

/// <summary>The clock on the wall of a site. A local time that the clock skips means the moment of the change; one that occurs twice means its first occurrence.</summary>
public sealed class SiteClock
{
    // Farther than this from a change of the clock no local time is skipped or doubled: no zone ever moved by more than a day.
    private static readonly Duration Margin = Duration.FromDays(2);

    private readonly Offset steady;
    private readonly Instant steadyFrom;
    private readonly Instant steadyTo;

    /// <summary>Makes the clock of <paramref name="zone"/>; quickest for times near <paramref name="around"/>.</summary>
    public SiteClock(DateTimeZone zone, Instant around)
    {
        Zone = zone;
        var interval = zone.GetZoneInterval(around);
        steady = interval.WallOffset;
        steadyFrom = interval.HasStart ? interval.Start + Margin : Instant.MinValue;
        steadyTo = interval.HasEnd ? interval.End - Margin : Instant.MaxValue;
    }

    /// <summary>The site's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The moment at which the site's clock shows <paramref name="time"/> on <paramref name="date"/>.</summary>
    public Instant At(LocalDate date, LocalTime time)
    {
        var local = date.At(time);
        var likely = local.WithOffset(steady).ToInstant();
        return likely >= steadyFrom && likely < steadyTo ? likely : Resolve(local);
    }

    /// <summary>What the site's clock shows at <paramref name="instant"/>, with its offset from UTC.</summary>
    public OffsetDateTime Local(Instant instant) =>
        instant.WithOffset(instant >= steadyFrom && instant < steadyTo ? steady : Zone.GetUtcOffset(instant));

    /// <summary>The site's local date at <paramref name="instant"/>.</summary>
    public LocalDate DateOf(Instant instant) => Local(instant).Date;

    private Instant Resolve(LocalDateTime local)
    {
        ZoneLocalMapping mapping = Zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => mapping.EarlyInterval.End,
            1 => mapping.Single().ToInstant(),
            _ => mapping.First().ToInstant(),
        };
    }
}
