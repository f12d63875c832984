using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Reads <c>site.policy</c>.</summary>
internal static class PolicyReader
{
    private const int MostPeaks = 24;
    private const int MostFreezes = 1_000;
    private const int MostHours = 8_760;

    private static readonly PropertyNames PolicyNames = new("nightWindow", "eveningWindow", "trafficPeaks", "freezes", "backupMaxAgeHours", "readOnlyBackupMaxAgeHours");
    private static readonly PropertyNames WindowNames = new("from", "to");
    private static readonly PropertyNames FreezeNames = new("from", "to", "reason");

    public static GatePolicy Read(ref FactsCursor json)
    {
        json.EnterObject();
        var policy = GatePolicy.Default;
        for (uint seen = 0; json.NextProperty(PolicyNames, ref seen, out var name);)
        {
            policy = name switch
            {
                0 => policy with { NightWindow = NightWindow(ref json) },
                1 => policy with { EveningWindow = Window(ref json) },
                2 => policy with { TrafficPeaks = Peaks(ref json) },
                3 => policy with { Freezes = Freezes(ref json) },
                4 => policy with { BackupMaxAgeHours = json.Integer(1, MostHours) },
                _ => policy with { ReadOnlyBackupMaxAgeHours = json.Integer(1, MostHours) },
            };
        }

        return policy;
    }

    private static DailyWindow NightWindow(ref FactsCursor json)
    {
        var window = Window(ref json);
        return window.LiesBeforeMidnight ? throw json.RefusedProperty("to", "lies before the midnight, so the window holds no time after it") : window;
    }

    private static DailyWindow Window(ref FactsCursor json)
    {
        json.EnterObject();
        LocalTime? from = null, to = null;
        for (uint seen = 0; json.NextProperty(WindowNames, ref seen, out var name);)
        {
            if (name == 0)
            {
                from = json.TimeOfDay();
            }
            else
            {
                to = json.TimeOfDay();
            }
        }

        return new DailyWindow(from ?? throw json.RefusedProperty("from", "is missing"), to ?? throw json.RefusedProperty("to", "is missing"));
    }

    private static List<DailyWindow> Peaks(ref FactsCursor json)
    {
        json.EnterList();
        var peaks = new List<DailyWindow>();
        while (json.NextItem(peaks.Count, MostPeaks))
        {
            peaks.Add(Window(ref json));
        }

        return peaks;
    }

    private static List<ChangeFreeze> Freezes(ref FactsCursor json)
    {
        json.EnterList();
        var freezes = new List<ChangeFreeze>();
        while (json.NextItem(freezes.Count, MostFreezes))
        {
            freezes.Add(Freeze(ref json));
        }

        return freezes;
    }

    private static ChangeFreeze Freeze(ref FactsCursor json)
    {
        json.EnterObject();
        Instant? from = null, to = null;
        string? reason = null;
        for (uint seen = 0; json.NextProperty(FreezeNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: from = json.Time(); break;
                case 1: to = json.Time(); break;
                default: reason = json.Text(); break;
            }
        }

        if (from is not { } start)
        {
            throw json.RefusedProperty("from", "is missing");
        }

        return to is not { } end ? throw json.RefusedProperty("to", "is missing")
            : start >= end ? throw json.RefusedProperty("to", "must be later than from")
            : new ChangeFreeze(start, end, reason);
    }
}
