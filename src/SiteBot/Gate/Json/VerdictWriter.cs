using System.Text.Json;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Writes a verdict as JSON, with the times of the site's zone.</summary>
public static class VerdictWriter
{
    /// <summary>The verdict as one line of JSON.</summary>
    public static string Write(Verdict verdict, Facts facts) => GateJson.ToText(json => Write(json, verdict, new SiteClock(facts.Site.Zone, facts.Now)));

    internal static void Write(Utf8JsonWriter json, Verdict verdict, SiteClock clock)
    {
        json.WriteStartObject();
        json.WriteString("verdict", verdict.Kind.Name());
        WriteTime(json, "earliest", verdict.Earliest, clock);
        WriteTime(json, "startBy", verdict.StartBy, clock);
        WriteTime(json, "rollBackBy", verdict.RollBackBy, clock);
        json.WriteStartArray("checks");
        foreach (var check in verdict.Checks)
        {
            json.WriteStartObject();
            json.WriteString("id", check.Id);
            json.WriteString("state", check.State.Name());
            json.WriteString("provision", check.Provision);
            json.WriteString("fixedBy", check.FixedBy.Name());
            WriteText(json, "reason", check.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteText(json, "advice", verdict.Advice);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string property, Instant? time, SiteClock clock)
    {
        if (time is { } instant)
        {
            json.WriteTime(property, clock.Local(instant));
        }
        else
        {
            json.WriteNull(property);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string property, Text text)
    {
        json.WriteStartObject(property);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
