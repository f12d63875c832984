using SiteBot.Chromium.Cards;

namespace SiteBot.Browser.Cards;

/// <summary>The renderer that every shipped card is held against sees what it must see.</summary>
public sealed class CardRendererTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    [Fact]
    public async Task A_sound_card_has_no_fault_and_shows_its_text()
    {
        var report = await renderer.Check(Card("""{"type":"TextBlock","text":"现在不能升级：缺少备份（6.3-1）","wrap":true}"""));

        Assert.Empty(report.Faults);
        Assert.Contains("缺少备份", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Bogus"}""", "UnknownElementType")]
    [InlineData("""{"type":"TextBlock","text":"a","size":"Huge"}""", "InvalidPropertyValue")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"A"},{"type":"Input.Text","id":"a","label":"B"}""", "DuplicateId")]
    [InlineData("""{"type":"Input.Text","id":"a","isRequired":true,"label":"A"}""", "RequiredInputsShouldHaveErrorMessage")]
    [InlineData("""{"type":"TextBlock","text":"Hello ${name}"}""", "Unresolved: $.body[0].text holds ${name}")]
    [InlineData("""{"type":"Container","${key}":1,"items":[]}""", "Unresolved")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Column","width":"400px","items":[{"type":"TextBlock","text":"broad"}]}]}""", "Too wide")]
    [InlineData("""{"type":"Container","isVisible":false,"items":[{"type":"ColumnSet","columns":[{"type":"Column","width":"400px","items":[{"type":"TextBlock","text":"folded"}]}]}]}""", "Too wide")]
    public async Task A_fault_is_named(string body, string fault)
    {
        var report = await renderer.Check(Card(body));

        Assert.Contains(report.Faults, found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_of_24_KB_is_too_large_and_a_byte_less_is_not()
    {
        var empty = Card("""{"type":"TextBlock","wrap":true,"text":""}""");
        var room = CardReport.TooManyBytes - empty.Length;

        Assert.Empty((await renderer.Check(Filled(room - 1))).Faults);
        Assert.StartsWith("Too large", Assert.Single((await renderer.Check(Filled(room))).Faults), StringComparison.Ordinal);

        string Filled(int count) => empty.Replace("\"text\":\"\"", $"\"text\":\"{string.Concat(Enumerable.Repeat("a ", count / 2 + 1)).AsSpan(0, count)}\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_typed_may_look_like_a_field()
    {
        var card = Card("""{"type":"TextBlock","text":"Site ${name} and ${other}","wrap":true}""");

        Assert.Contains("${other}", Assert.Single((await renderer.Check(card, "${name}")).Faults), StringComparison.Ordinal);
        Assert.Empty((await renderer.Check(card, "${name}", "${other}")).Faults);
    }

    [Fact]
    public async Task Markup_in_a_text_is_shown_and_never_run()
    {
        var report = await renderer.Check(Card("""{"type":"TextBlock","text":"<img src=x onerror=alert(1)> [a](javascript:alert(1)) <script>1</script>","wrap":true}"""));

        Assert.Empty(report.Faults);
        Assert.Contains("<img src=x onerror=alert(1)>", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Not JSON")]
    [InlineData("[]", "Not a card")]
    [InlineData("null", "Not a card")]
    [InlineData("""{"type":"Other","version":"1.5"}""", "MissingCardType")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.9","body":[]}""", "UnsupportedCardVersion")]
    public async Task What_is_no_card_is_refused(string card, string fault) =>
        Assert.Contains((await renderer.Check(card)).Faults, found => found.StartsWith(fault, StringComparison.Ordinal));

    private static string Card(string body) => """{"type":"AdaptiveCard","version":"1.5","body":[BODY]}""".Replace("BODY", body, StringComparison.Ordinal);
}
