using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>Reads the policy of a site, a customer or a regional office; its values are bounded as the facts of the gate are.</summary>
internal static class PolicyReader
{
    private const int MostPeaks = 24;
    private const int MostFreezes = 1000;
    private const int MostHours = 8760;

    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTime Noon = new(12, 0);

    public static PolicyValues Read(MapReader owner)
    {
        if (owner.Map("policy") is not { } map)
        {
            return PolicyValues.None;
        }

        var policy = new PolicyValues
        {
            NightWindow = Window(map, "nightWindow", NightReachesMidnight),
            EveningWindow = Window(map, "eveningWindow", null),
            TrafficPeaks = Peaks(map),
            Freezes = Freezes(map),
            BackupMaxAgeHours = map.Number("backupMaxAgeHours", 1, MostHours),
            ReadOnlyBackupMaxAgeHours = map.Number("readOnlyBackupMaxAgeHours", 1, MostHours),
            AcknowledgeMinutes = map.Number("acknowledgeMinutes", 1, 1440),
            SilenceMinutes = map.Number("silenceMinutes", 1, 1440),
            WatchDays = map.Number("watchDays", 1, 30),
            CivilHours = Window(map, "civilHours", WithinOneDay),
            OperationsPerNight = map.Number("operationsPerNight", 1, 1000),
        };
        map.Done();
        return policy;
    }

    private static DayWindow? Window(MapReader policy, string key, Action<MapReader, DayWindow>? check)
    {
        if (policy.Map(key) is not { } map)
        {
            return null;
        }

        var window = ReadWindow(map);
        if (window is not null)
        {
            check?.Invoke(map, window);
        }

        return window;
    }

    private static DayWindow? ReadWindow(MapReader map)
    {
        var from = Time(map, "from");
        var to = Time(map, "to");
        map.Done();
        return from is { } begins && to is { } ends ? new DayWindow(begins, ends) : null;
    }

    private static LocalTime? Time(MapReader map, string key)
    {
        var written = map.Text(key);
        var parsed = HourAndMinute.Parse(written);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        if (written.Length > 0)
        {
            map.Fault(key, $"'{written}' is no time of day; write it in quotes from \"00:00\" to \"23:59\".");
        }

        return null;
    }

    // 6.3-9 speaks of after midnight: a night that ends before one lets nothing through, and cannot be meant.
    private static void NightReachesMidnight(MapReader map, DayWindow night)
    {
        if (night.From >= Noon && night.To > night.From)
        {
            map.Fault("to", "this night window ends before midnight; write a 'to' after midnight, such as \"06:00\".");
        }
    }

    private static void WithinOneDay(MapReader map, DayWindow civil)
    {
        if (civil.To <= civil.From)
        {
            map.Fault("to", "civil hours begin and end on one day; write a 'to' later than 'from'.");
        }
    }

    private static ImmutableArray<DayWindow>? Peaks(MapReader policy)
    {
        if (!policy.Has("trafficPeaks"))
        {
            return null;
        }

        var maps = policy.Maps("trafficPeaks", "a traffic peak").ToList();
        if (maps.Count > MostPeaks)
        {
            policy.Fault("trafficPeaks", $"there are more than {MostPeaks} traffic peaks; write fewer and longer ones.");
        }

        return [.. maps.Select(ReadWindow).OfType<DayWindow>()];
    }

    private static ImmutableArray<Freeze> Freezes(MapReader policy)
    {
        var maps = policy.Maps("freezes", "a freeze").ToList();
        if (maps.Count > MostFreezes)
        {
            policy.Fault("freezes", $"there are more than {MostFreezes} freezes; take out those that are over.");
        }

        return [.. maps.Select(ReadFreeze).OfType<Freeze>()];
    }

    private static Freeze? ReadFreeze(MapReader map)
    {
        var from = Moment(map, "from");
        var to = Moment(map, "to");
        var reason = map.OptionalText("reason");
        map.Done();
        if (from >= to)
        {
            map.Fault("to", "a freeze ends after it begins; write a 'to' later than 'from'.");
        }

        return from is { } begins && to is { } ends ? new Freeze(begins, ends, reason) : null;
    }

    private static Instant? Moment(MapReader map, string key)
    {
        var written = map.Text(key);
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(written);
        if (parsed.Success && parsed.Value.Year is >= 2000 and <= 2199)
        {
            return parsed.Value.ToInstant();
        }

        if (written.Length > 0)
        {
            map.Fault(key, $"'{written}' is no moment from 2000 to 2199; write date, time and offset as \"2027-02-05T00:00:00+08:00\".");
        }

        return null;
    }
}
