using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiteBot.Procedures;

/// <summary>
/// Which evidence of the gate a step can give, and the fields that it must ask for then. Fields have the names and meanings of the gate's facts.
/// A step that is done gives what the gate reads as yes (<c>confirmed</c>, <c>matches</c>, <c>ready</c>, <c>approved</c>), one that failed gives no.
/// Consents of product support and of the regional office are asked by card, and a version's release stands in its register: no step gives them.
/// </summary>
public static class GateEvidence
{
    private static readonly (string Field, FieldKind Kind)[] ByAndAt = [("by", FieldKind.Name), ("at", FieldKind.Time)];

    private static readonly FrozenDictionary<string, ImmutableArray<(string Field, FieldKind Kind)>> Known =
        new Dictionary<string, ImmutableArray<(string Field, FieldKind Kind)>>(StringComparer.Ordinal)
        {
            ["request_signed"] = [.. ByAndAt],
            ["escort"] = [.. ByAndAt],
            ["plan_agreed"] = [.. ByAndAt],
            ["work_card"] = [],
            ["backup"] = [("at", FieldKind.Time), ("location", FieldKind.Location), ("verified", FieldKind.YesNo), ("equipment", FieldKind.Equipment)],
            ["customer_consent"] = [.. ByAndAt],
            ["remote_support_ready"] = [.. ByAndAt],
            ["rollback"] = [("minutes", FieldKind.Minutes)],
            ["expert_review"] = [("outcome", FieldKind.Choice), .. ByAndAt],
            ["documents_read"] = [],
            ["anti_static"] = [],
            ["media_consent"] = [.. ByAndAt],
            ["tool_confirmed"] = [("provider", FieldKind.Name), ("expert", FieldKind.Name)],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The evidence that steps can give, save the provisions of the gate's own lists.</summary>
    public static IEnumerable<string> Keys => Known.Keys.Order(StringComparer.Ordinal);

    /// <summary>The fields that a step giving <paramref name="key"/> must have; none for a provision's id.</summary>
    public static ImmutableArray<(string Field, FieldKind Kind)> FieldsOf(string key) => Known.GetValueOrDefault(key, []);
}
