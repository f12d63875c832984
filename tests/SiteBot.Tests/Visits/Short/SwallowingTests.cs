using System.Text.Json;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using SiteBot.Visits.Short;
using Xunit.Abstractions;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits.Short;

/// <summary>That short texts take no message which wants something else: every example of the other intents, every question, and noise.</summary>
public sealed class SwallowingTests(ITestOutputHelper output)
{
    private static readonly ShortTexts Texts = ShortTexts.Load(Shipped.Dialogs);

    private static readonly string[] Telling = ["record_backup", "follow_up"];

    [Fact]
    public void Examples_of_other_intents_are_left_alone() => Holds(
        SectionsOf(Path.Combine("language", "intents", "intents.txt")).Where(line => !Telling.Contains(line.Heading.Split('.', ' ')[0])).Select(line => line.Text));

    [Fact]
    public void Questions_about_the_standard_are_left_alone() => Holds(
        System.IO.Directory.EnumerateFiles(Path.Combine(Shipped.Dialogs, "language", "questions"), "*.txt").SelectMany(file => SectionsOf(file)).Select(line => line.Text));

    [Fact]
    public void Messages_of_the_practice_are_left_alone() => Holds(
        File.ReadLines(Path.Combine(Shipped.Dialogs, "..", "tests", "practice", "understand.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(message => !Telling.Contains(message.GetProperty("intent").GetString())).Select(message => message.GetProperty("q").GetString()!));

    [Fact]
    public void No_noise_breaks_the_reading()
    {
        var random = new Random(7);
        const string Signs = "备份好了到done 1,3:5/?。、！\u200b\ud83d\ude00 　ＡＢ:\\.#-分 见证by\t\n";
        for (var i = 0; i < 3000; i++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Signs[random.Next(Signs.Length)]));
            Texts.Read(noise, Upgrade, Night.Place, At(0, 23));
        }
    }

    // While service runs, "service runs normally" is a line of the checklist; while it is down it says that it is back.
    private static Visit InTrouble => Upgrade with { ServiceState = ServiceState.Interrupted };

    private static IEnumerable<(string Heading, string Text)> SectionsOf(string file)
    {
        var heading = "";
        foreach (var line in File.ReadLines(Path.Combine(Shipped.Dialogs, file)).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                heading = line.Trim('[', ']', ' ');
            }
            else
            {
                yield return (heading, line);
            }
        }
    }

    private void Holds(IEnumerable<string> messages)
    {
        var all = messages.ToList();
        var taken = all.Select(message => (Message: message, Told: Texts.Read(message, InTrouble, Night.Place, At(0, 23)))).Where(pair => pair.Told is not null).ToList();
        foreach (var (message, told) in taken)
        {
            output.WriteLine($"{message} => {told!.Lines[0].Step.Id} {told.Telling.Outcome}");
        }

        Assert.True(all.Count > 50, "nothing to try");
        Assert.True(taken.Count == 0, $"{taken.Count} of {all.Count} taken: {string.Join(" | ", taken.Take(60).Select(pair => $"{pair.Message} => {pair.Told!.Lines[0].Step.Id}"))}");
    }
}
