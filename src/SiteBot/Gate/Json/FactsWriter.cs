using System.Text.Json;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Writes facts as the JSON that <see cref="FactsReader"/> reads: the same facts always give the same text, and reading it gives equal facts. Times are in UTC; what is unknown is left out.</summary>
public static class FactsWriter
{
    /// <summary>The facts as one line of JSON.</summary>
    public static string Write(Facts facts) => GateJson.ToText(json =>
    {
        json.WriteStartObject();
        Time(json, "now", facts.Now);
        json.WriteStartObject("site");
        Text(json, "id", facts.Site.Id);
        json.WriteString("timeZone", facts.Site.Zone.Id);
        Policy(json, facts.Site.Policy);
        json.WriteEndObject();
        Operation(json, facts.Operation);
        json.WriteStartObject("service");
        json.WriteBoolean("live", facts.Service.Live);
        json.WriteString("state", facts.Service.State.Name());
        json.WriteEndObject();
        Time(json, "lastDataChangeAt", facts.LastDataChangeAt);
        EvidenceWriter.Write(json, facts.Evidence);
        json.WriteEndObject();
    });

    /// <summary>A policy alone as one line of JSON, the same text for the same policy.</summary>
    public static string Write(GatePolicy policy) => GateJson.ToText(json =>
    {
        json.WriteStartObject();
        Policy(json, policy);
        json.WriteEndObject();
    });

    internal static void Text(Utf8JsonWriter json, string property, string? text)
    {
        if (text is not null)
        {
            json.WriteString(property, text);
        }
    }

    internal static void Time(Utf8JsonWriter json, string property, Instant? time)
    {
        if (time is { } instant)
        {
            json.WriteTime(property, instant.WithOffset(Offset.Zero));
        }
    }

    internal static void Boolean(Utf8JsonWriter json, string property, bool? value)
    {
        if (value is { } said)
        {
            json.WriteBoolean(property, said);
        }
    }

    internal static void Number(Utf8JsonWriter json, string property, int? value)
    {
        if (value is { } said)
        {
            json.WriteNumber(property, said);
        }
    }

    private static void Policy(Utf8JsonWriter json, GatePolicy policy)
    {
        json.WriteStartObject("policy");
        Window(json, "nightWindow", policy.NightWindow);
        Window(json, "eveningWindow", policy.EveningWindow);
        json.WriteStartArray("trafficPeaks");
        foreach (var peak in policy.TrafficPeaks)
        {
            Window(json, null, peak);
        }

        json.WriteEndArray();
        json.WriteStartArray("freezes");
        foreach (var freeze in policy.Freezes)
        {
            json.WriteStartObject();
            Time(json, "from", freeze.Occurrence.From);
            Time(json, "to", freeze.Occurrence.To);
            Text(json, "reason", freeze.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("backupMaxAgeHours", policy.BackupMaxAgeHours);
        Number(json, "readOnlyBackupMaxAgeHours", policy.ReadOnlyBackupMaxAgeHours);
        json.WriteEndObject();
    }

    private static void Window(Utf8JsonWriter json, string? property, DailyWindow window)
    {
        if (property is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(property);
        }

        json.WriteString("from", $"{window.From.Hour:00}:{window.From.Minute:00}");
        json.WriteString("to", $"{window.To.Hour:00}:{window.To.Minute:00}");
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, Operation operation)
    {
        json.WriteStartObject("operation");
        json.WriteString("kind", operation.Kind.Name());
        Text(json, "equipment", operation.Equipment);
        Text(json, "targetVersion", operation.TargetVersion);
        Number(json, "durationMinutes", operation.DurationMinutes);
        Boolean(json, "major", operation.Major);
        Text(json, "minorReason", operation.MinorReason);
        json.WriteBoolean("thirdParty", operation.ThirdParty);
        Boolean(json, "engineerIsSure", operation.EngineerIsSure);
        json.WriteBoolean("toolChanged", operation.ToolChanged);
        json.WriteBoolean("byContractor", operation.ByContractor);
        json.WriteBoolean("handlesHardware", operation.HandlesHardware);
        json.WriteBoolean("affectsService", operation.AffectsService);
        Text(json, "affectsReason", operation.AffectsReason);
        json.WriteBoolean("restoresService", operation.RestoresService);
        json.WriteEndObject();
    }
}
