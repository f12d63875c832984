using NodaTime;

namespace SiteBot.Understanding.Times;

/// <summary>Which part of the day a person named with a time.</summary>
public enum DayPart
{
    /// <summary>None.</summary>
    None,

    /// <summary>After midnight, before daylight.</summary>
    SmallHours,

    /// <summary>Morning.</summary>
    Morning,

    /// <summary>Around noon.</summary>
    Noon,

    /// <summary>Afternoon.</summary>
    Afternoon,

    /// <summary>Evening.</summary>
    Evening,

    /// <summary>Night: hours up to five are those after midnight.</summary>
    Night,
}

/// <summary>A time of day that stands in a message.</summary>
/// <param name="Time">The local time.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Part">The part of the day that was named with it.</param>
public readonly record struct NamedTime(LocalTime Time, int Start, int End, DayPart Part);
