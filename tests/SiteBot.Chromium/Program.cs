using System.Text.Json;
using SiteBot.Chromium.Cards;

// Draws and checks expanded cards: see tests/cards/README.md.
var files = new List<string>();
var folder = "card-pictures";
var draws = true;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--check":
            draws = false;
            break;
        case "--to" when i + 1 < args.Length:
            folder = args[++i];
            break;
        case ['-', ..]:
            return Usage();
        default:
            files.Add(args[i]);
            break;
    }
}

if (files.Count == 0)
{
    return Usage();
}

var bad = 0;
var renderer = await CardRenderer.Start();
try
{
    foreach (var file in files)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        foreach (var (card, index) in CardsOf(await File.ReadAllTextAsync(file)).Select((card, index) => (card, index)))
        {
            var title = index == 0 ? name : $"{name}-{index + 1}";
            var report = await renderer.Check(card);
            Console.WriteLine($"{title}: {report.Bytes} bytes, {(report.IsGood ? "good" : $"{report.Faults.Count} faults")}");
            foreach (var fault in report.Faults)
            {
                Console.WriteLine($"  {fault}");
            }

            bad += report.IsGood ? 0 : 1;
            if (draws && !report.Faults.Any(fault => fault.StartsWith("Not ", StringComparison.Ordinal)))
            {
                foreach (var look in CardLook.All)
                {
                    await renderer.Draw(card, look, Path.Combine(folder, $"{title}-{look}"));
                }
            }
        }
    }
}
finally
{
    await renderer.DisposeAsync();
}

return bad == 0 ? 0 : 1;

static int Usage()
{
    Console.Error.WriteLine("Draws expanded Adaptive Cards, or only checks them: CARD.json… [--to FOLDER] [--check]");
    return 64;
}

// A bare card, an attachment with a card, or an activity with attachments. What is no JSON is given on, so that checking says so.
static IReadOnlyList<string> CardsOf(string text)
{
    try
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array)
        {
            return [.. attachments.EnumerateArray().Select(one => one.GetProperty("content").GetRawText())];
        }

        return [root.ValueKind == JsonValueKind.Object && root.TryGetProperty("content", out var content) ? content.GetRawText() : text];
    }
    catch (JsonException)
    {
        return [text];
    }
}
