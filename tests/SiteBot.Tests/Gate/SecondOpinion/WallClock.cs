using NodaTime;

namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>The clock on a site's wall by stepping through the minutes, knowing of its zone no more than the offset of each moment. Moments are UTC ticks.</summary>
internal sealed class WallClock(string zone)
{
    private static readonly Dictionary<string, WallClock> _known = [];

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];
    private readonly Dictionary<DateTime, long> _moments = [];

    public static WallClock Of(string zone)
    {
        lock (_known)
        {
            return _known.TryGetValue(zone, out var clock) ? clock : _known[zone] = new WallClock(zone);
        }
    }

    /// <summary>What the clock shows.</summary>
    public DateTime Shows(long moment) => new(moment + _zone.GetUtcOffset(Instant.FromDateTimeUtc(new DateTime(moment, DateTimeKind.Utc))).Ticks);

    /// <summary>The first moment at which the clock shows this time or a later one. A skipped time is so the moment of the change, a doubled one its first occurrence.</summary>
    public long First(DateTime local)
    {
        lock (_moments)
        {
            if (!_moments.TryGetValue(local, out var moment))
            {
                moment = local.Ticks - (16 * TimeSpan.TicksPerHour);
                while (Shows(moment) < local)
                {
                    // Far away no change of the clock can hide the time in between.
                    moment += local - Shows(moment) > TimeSpan.FromHours(3) ? TimeSpan.TicksPerHour : TimeSpan.TicksPerMinute;
                }

                _moments[local] = moment;
            }

            return moment;
        }
    }
}
