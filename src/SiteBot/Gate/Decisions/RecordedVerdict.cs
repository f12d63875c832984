using System.Text.Json;

namespace SiteBot.Gate.Decisions;

/// <summary>A verdict as its record holds it: times as written, with the offset that the site's clock had then.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Earliest">As written, or null.</param>
/// <param name="StartBy">As written, or null.</param>
/// <param name="RollBackBy">As written, or null.</param>
/// <param name="Checks">The checks in their order.</param>
/// <param name="Advice">What to do.</param>
public sealed record RecordedVerdict(VerdictKind Kind, string? Earliest, string? StartBy, string? RollBackBy, IReadOnlyList<CheckResult> Checks, Text Advice)
{
    /// <summary>Reads what <see cref="VerdictWriter"/> wrote.</summary>
    /// <exception cref="DecisionRecordException">It is no verdict.</exception>
    public static RecordedVerdict Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new RecordedVerdict(
                Word<VerdictKind>(root, "verdict"),
                root.GetProperty("earliest").GetString(),
                root.GetProperty("startBy").GetString(),
                root.GetProperty("rollBackBy").GetString(),
                [.. root.GetProperty("checks").EnumerateArray().Select(Check)],
                Both(root, "advice"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DecisionRecordException("The recorded verdict is damaged.", e);
        }
    }

    private static CheckResult Check(JsonElement json) => new(
        json.GetProperty("id").GetString() ?? "",
        Word<CheckState>(json, "state"),
        json.GetProperty("provision").GetString(),
        Word<FixedBy>(json, "fixedBy"),
        Both(json, "reason"));

    private static Text Both(JsonElement json, string name) =>
        json.GetProperty(name) is var text ? new Text(text.GetProperty("zh").GetString() ?? "", text.GetProperty("en").GetString() ?? "") : throw new InvalidOperationException();

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum => Wire.Read<T>(json.GetProperty(name).GetString()) ?? throw new DecisionRecordException($"The recorded verdict's {name} is unknown.");
}
