using System.Text.Json.Nodes;

namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>Which checks a fact may speak to. All others must not care.</summary>
internal static class Relations
{
    private static readonly string[] Times = ["no_freeze", "not_peak", "after_midnight"];
    private static readonly string[] Consents = ["product_support_consent", "office_consent", "customer_consent"];

    public static readonly (string Path, string[] Related)[] All =
    [
        ("site/id", []),
        ("site/policy/nightWindow", ["after_midnight"]),
        ("site/policy/eveningWindow", ["not_peak"]),
        ("site/policy/trafficPeaks", ["not_peak"]),
        ("site/policy/freezes", ["no_freeze"]),
        ("site/policy/backupMaxAgeHours", ["backup"]),
        ("site/policy/readOnlyBackupMaxAgeHours", ["backup"]),
        ("operation/equipment", ["backup", .. Consents]),
        ("operation/targetVersion", ["version_released", .. Consents]),
        ("operation/durationMinutes", ["rollback", .. Times, .. Consents]),
        ("operation/major", ["after_midnight", "remote_support_ready"]),
        ("operation/minorReason", ["after_midnight", "remote_support_ready"]),
        ("operation/thirdParty", ["own_equipment"]),
        ("operation/engineerIsSure", ["expert_review"]),
        ("operation/toolChanged", ["tool_confirmed"]),
        ("operation/byContractor", ["work_card"]),
        ("operation/handlesHardware", ["anti_static"]),
        ("operation/affectsService", ["office_consent", "no_freeze", "not_peak"]),
        ("operation/affectsReason", ["office_consent", "no_freeze", "not_peak"]),
        ("operation/restoresService", [.. Times, "backup", "office_consent"]),
        ("service/live", [.. Times, "backup", "product_support_consent", "office_consent", "remote_support_ready", "6.3-10"]),
        ("service/state", [.. Times, "backup", "office_consent", "6.3-10"]),
        ("lastDataChangeAt", ["backup"]),
        .. Opinion.Operations.Values.SelectMany(ids => ids).Distinct().Where(id => id is not ("own_equipment" or "no_freeze" or "not_peak" or "after_midnight"))
            .Select(id => ($"evidence/{id}", new[] { id })),
    ];

    /// <summary>The facts with one more, taken from others; false where they have it already, or the others have it not.</summary>
    public static bool TryAdd(JsonObject facts, JsonObject others, string path, out JsonObject more)
    {
        more = facts.DeepClone().AsObject();
        var (names, into, from) = (path.Split('/'), more, (JsonNode?)others);
        foreach (var name in names[..^1])
        {
            if (into[name] is not JsonObject inner)
            {
                into[name] = inner = [];
            }

            into = inner;
            from = from?[name];
        }

        if (into.ContainsKey(names[^1]) || from?[names[^1]] is not { } value)
        {
            return false;
        }

        into[names[^1]] = value.DeepClone();
        return true;
    }
}
