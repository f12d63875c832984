using System.Diagnostics;
using System.Text.Json;
using AdaptiveCards.Templating;

namespace SiteBot.BotFramework.Tests.AdaptiveCards;

/// <summary>Our templating beside the official JavaScript library, over every case of tests/templating/cases.json.</summary>
public sealed class OfficialLibraryComparisonTests
{
    [Fact]
    public void Every_case_expands_to_what_the_official_library_makes_of_it()
    {
        var folder = Repository.At("tests/templating");
        var input = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json"))).RootElement;
        var expected = JsonDocument.Parse(ExpandOfficially(folder)).RootElement.EnumerateArray().ToList();
        var cases = input.GetProperty("cases").EnumerateArray().ToList();
        Assert.Equal(cases.Count, expected.Count);

        var differences = cases
            .Zip(expected, (template, official) => Difference(template, input, official))
            .OfType<string>()
            .ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static string? Difference(JsonElement template, JsonElement input, JsonElement official)
    {
        var context = new EvaluationContext(input.GetProperty("data")) { Host = input.GetProperty("host") };
        string ours;
        try
        {
            ours = new AdaptiveCardTemplate(template).Expand(context);
        }
        catch (AdaptiveTemplateException exception)
        {
            return official.TryGetProperty("error", out _) ? null : $"{template} → official {official}, ours fails: {exception.Message}";
        }

        return official.TryGetProperty("value", out var value) && JsonElement.DeepEquals(value, JsonDocument.Parse(ours).RootElement)
            ? null
            : $"{template} → official {official}, ours {ours}";
    }

    private static string ExpandOfficially(string folder)
    {
        Assert.True(
            System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "adaptivecards-templating")),
            "The official library is not installed: run `npm ci` in tests/templating (./test does).");
        var start = new ProcessStartInfo("node", "expand.cjs") { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return output;
    }
}
