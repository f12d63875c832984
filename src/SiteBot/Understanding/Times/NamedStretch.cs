using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>A date, a stretch or a length that a message names, in local time.</summary>
/// <param name="Date">The date named; the evening's where a night is named (<c>tonight 0 to 4</c> has today, and begins tomorrow). Null where none is.</param>
/// <param name="Start">When it begins; null where no time of day is named.</param>
/// <param name="End">When it ends, exclusive: named, or <paramref name="Start"/> and the length. Null where neither is.</param>
/// <param name="Length">How long, where named as such: <c>for two hours</c>.</param>
public sealed record NamedStretch(LocalDate? Date, LocalDateTime? Start, LocalDateTime? End, Duration? Length)
{
    /// <summary>Nothing named.</summary>
    public static NamedStretch None { get; } = new(null, null, null, null);
}
