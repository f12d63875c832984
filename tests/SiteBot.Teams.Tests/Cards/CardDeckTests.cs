using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

public sealed class CardDeckTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("cards").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_field_without_a_value_is_refused_and_named()
    {
        var deck = Deck("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Hello ${person.name}"}]}""");

        Assert.Contains("person.name", Assert.Throws<CardException>(() => deck.Expand("a", "{}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_typed_may_look_like_a_field() =>
        Assert.Contains("${other}", Deck("""{"text":"${name}"}""").Expand("a", CardData.Of(data => data.Put("name", "${other}"))), StringComparison.Ordinal);

    [Fact]
    public void A_card_of_24_KB_is_refused_and_a_byte_less_is_not()
    {
        var deck = Deck("""{"text":"${t}"}""");
        var room = CardDeck.TooManyBytes - """{"text":""}""".Length;

        Assert.Equal(CardDeck.TooManyBytes - 1, deck.Expand("a", CardData.Of(data => data.Put("t", new string('a', room - 1)))).Length);
        Assert.Throws<CardException>(() => deck.Expand("a", CardData.Of(data => data.Put("t", new string('a', room)))));
    }

    [Fact]
    public void A_part_stands_where_it_is_named_with_all_its_items_and_parts_of_its_own()
    {
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "parts"));
        File.WriteAllText(Path.Combine(folder, "parts", "two.json"), """[{"id":1},{"$part":"one"}]""");
        File.WriteAllText(Path.Combine(folder, "parts", "one.json"), """[{"id":"${x}"}]""");

        Assert.Equal("""{"body":[{"id":0},{"id":1},{"id":7},{"id":9}]}""", Deck("""{"body":[{"id":0},{"$part":"two"},{"id":9}]}""").Expand("a", """{"x":7}"""));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"body":[{"$part":"nowhere"}]}""")]
    [InlineData("""{"text":"${1 +}"}""")]
    public void A_faulty_template_is_refused_by_its_name(string template) =>
        Assert.Contains("a.json", Assert.Throws<CardException>(() => Deck(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_card_is_refused() => Assert.Throws<CardException>(() => Deck("{}").Expand("b", "{}"));

    private CardDeck Deck(string template)
    {
        File.WriteAllText(Path.Combine(folder, "a.json"), template);
        return CardDeck.Load(folder);
    }
}
