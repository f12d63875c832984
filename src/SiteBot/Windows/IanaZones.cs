using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace SiteBot.Windows;

/// <summary>The zones of the IANA data that NodaTime carries, by their exact names, links included.</summary>
public static class IanaZones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    // The provider also makes up fixed zones from names such as UTC+05, which IANA does not have.
    private static readonly FrozenSet<string> Names = Source.GetIds().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The version of the zone data, part of every decision record: other data may give another verdict.</summary>
    public static string Version => Source.TzdbVersion;

    /// <summary>The zone of this name, spelt exactly; null where IANA has none.</summary>
    public static DateTimeZone? Find(string name) => Names.Contains(name) ? DateTimeZoneProviders.Tzdb[name] : null;
}
