using SiteBot.Chromium.Cards;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>Every card in the official renderer: both languages, with names and texts that people type, and with those made to break it.</summary>
/// <remarks>With the variable SITEBOT_CARDS naming a folder, the cards with real texts are written there, to be drawn by tests/SiteBot.Chromium.</remarks>
public sealed class CardGalleryTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    public static TheoryData<string> Names => [.. Gallery.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_with_real_texts_has_no_fault_in_either_language(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var scene = Scene.Real(language);
            var card = Gallery.Draw(name, scene);
            var report = await renderer.Check(card.Json);
            if (Environment.GetEnvironmentVariable("SITEBOT_CARDS") is { Length: > 0 } folder)
            {
                System.IO.Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{language.Code()}.json"), card.Json);
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-long-{language.Code()}.json"), Gallery.Draw(name, Scene.LongNames(language)).Json);
            }

            Assert.Empty(report.Faults);
            Assert.InRange(card.Summary.Length, 2, 210);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_with_hostile_texts_has_no_fault(string name)
    {
        foreach (var words in Sample.Hostile)
        {
            var card = Gallery.Draw(name, new Scene(Language.En, words, Sample.Called(words)));
            var report = await renderer.Check(card.Json, "${");

            Assert.Empty(report.Faults);
            Assert.DoesNotContain("\u202E", report.Text, StringComparison.Ordinal);
        }
    }
}
