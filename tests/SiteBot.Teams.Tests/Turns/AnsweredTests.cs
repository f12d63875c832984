using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Tests.Turns;

public sealed class AnsweredTests
{
    private const string Drawn = """{"type":"AdaptiveCard","body":[{"text":"升级 \"MSC-1\" \\ 👍"}]}""";

    [Fact]
    public void A_repeated_activity_gets_the_very_cards_of_before()
    {
        var answered = new Answered([new Reply(new Card(Drawn, "升级"), null), new Reply(null, "好"), new Reply(null, null) { File = new SharedFile("a.docx", null, "{}") }], new Card("{}", "now"), "note");

        var read = Answered.Read(answered.Json());

        Assert.Equal(answered.Replies.AsEnumerable(), read.Replies.AsEnumerable());
        Assert.Equal((answered.InPlace, answered.Note), (read.InPlace, read.Note));
    }

    [Fact]
    public void A_card_that_was_kept_as_a_text_is_still_read()
    {
        var read = Answered.Read("""{"replies":[{"card":{"json":"{\"type\":\"AdaptiveCard\"}","summary":"s"}}]}""");

        Assert.Equal(new Card("""{"type":"AdaptiveCard"}""", "s"), Assert.Single(read.Replies).Card);
    }

    [Fact]
    public void An_answer_holds_its_card_as_it_is()
    {
        Assert.Contains(Drawn, new Answered([], new Card(Drawn, "s"), null).Json(), StringComparison.Ordinal);
    }
}
