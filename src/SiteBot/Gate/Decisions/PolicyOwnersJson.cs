using System.Text.Json;

namespace SiteBot.Gate.Decisions;

/// <summary>Whose policies they were, in a decision's record.</summary>
internal static class PolicyOwnersJson
{
    public static string? Write(PolicyOwners? owners) => owners is null ? null : GateJson.ToText(json =>
    {
        json.WriteStartObject();
        Name(json, "nightWindow", owners.NightWindow);
        Name(json, "eveningWindow", owners.EveningWindow);
        Name(json, "trafficPeaks", owners.TrafficPeaks);
        Name(json, "backupAge", owners.BackupAge);
        Name(json, "readOnlyBackupAge", owners.ReadOnlyBackupAge);
        json.WriteStartArray("freezes");
        foreach (var freeze in owners.Freezes)
        {
            Name(json, null, freeze);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static PolicyOwners? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            return new PolicyOwners(
                Name(json.GetProperty("nightWindow")),
                Name(json.GetProperty("eveningWindow")),
                Name(json.GetProperty("trafficPeaks")),
                Name(json.GetProperty("backupAge")),
                Name(json.GetProperty("readOnlyBackupAge")),
                [.. json.GetProperty("freezes").EnumerateArray().Select(Name)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DecisionRecordException("The recorded owners of the policies are damaged.", e);
        }
    }

    private static void Name(Utf8JsonWriter json, string? property, Text name)
    {
        if (property is not null)
        {
            json.WritePropertyName(property);
        }

        json.WriteStartObject();
        json.WriteString("zh", name.Zh);
        json.WriteString("en", name.En);
        json.WriteEndObject();
    }

    private static Text Name(JsonElement json) => new(json.GetProperty("zh").GetString() ?? "", json.GetProperty("en").GetString() ?? "");
}
