using NodaTime;

namespace SiteBot.Ledger;

/// <summary>How an instant is stored: whole microseconds since 1970-01-01T00:00:00Z, rounded down.</summary>
public static class Microseconds
{
    private const int TicksEach = 10;

    /// <summary>The stored number of <paramref name="instant"/>.</summary>
    public static long Of(Instant instant) =>
        Math.DivRem(instant.ToUnixTimeTicks(), TicksEach) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    /// <summary>The instant of a stored number.</summary>
    public static Instant ToInstant(long microseconds) => Instant.FromUnixTimeTicks(microseconds * TicksEach);

    /// <summary><paramref name="instant"/> as it will read after having been stored.</summary>
    public static Instant Rounded(Instant instant) => ToInstant(Of(instant));
}
