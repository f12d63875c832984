using System.Text.Json;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>What every template in <c>cards/</c> keeps to.</summary>
public sealed class EveryCardTests
{
    public static TheoryData<string> Templates => [.. System.IO.Directory.EnumerateFiles(Repository.At("cards"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void It_is_a_card_of_version_1_5_with_a_fallback_for_clients_that_cannot_show_it(string template)
    {
        using var card = JsonDocument.Parse(File.ReadAllText(Repository.At("cards/" + template)));

        Assert.Equal("AdaptiveCard", card.RootElement.GetProperty("type").GetString());
        Assert.Equal("1.5", card.RootElement.GetProperty("version").GetString());
        Assert.Equal("${summary}", card.RootElement.GetProperty("fallbackText").GetString());
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Who_is_shown_a_view_of_their_own_is_named_at_delivery_and_never_in_a_template(string template)
    {
        using var card = JsonDocument.Parse(File.ReadAllText(Repository.At("cards/" + template)));

        Assert.False(card.RootElement.TryGetProperty("refresh", out var refresh) && (refresh.TryGetProperty("userIds", out _) || refresh.GetProperty("action").GetProperty("verb").GetString() != "refresh"));
    }

    [Fact]
    public void What_grows_old_in_a_chat_asks_to_be_shown_as_it_is_now() => Assert.Superset(
        new HashSet<string> { "alarm", "before_door", "checklist", "consent", "duty", "reminder", "status", "step", "visit_channel" },
        Sample.Deck.Names.Where(name => File.ReadAllText(Repository.At($"cards/{name}.json")).Contains("\"refresh\":", StringComparison.Ordinal)).ToHashSet());

    [Theory]
    [InlineData(Language.Zh, "记录在案", "到期删除")]
    [InlineData(Language.En, "on record", "deleted after a set time")]
    public void The_greeting_tells_what_is_kept_and_what_is_deleted(Language language, string kept, string deleted)
    {
        var card = GreetingCard.Draw(Sample.Deck, Sample.Place, Sample.Engineer, language).Json;

        Assert.Contains(kept, card, StringComparison.Ordinal);
        Assert.Contains(deleted, card, StringComparison.Ordinal);
    }
}
