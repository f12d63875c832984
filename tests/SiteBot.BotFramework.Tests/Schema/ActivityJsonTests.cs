using System.Text.Json;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Tests.Schema;

public class ActivityJsonTests
{
    [Fact]
    public void What_the_protocol_does_not_name_passes_through_unchanged()
    {
        const string json = """
            {"type":"message","id":"1","from":{"id":"u","tenantId":"t"},"conversation":{"id":"c","odd":[1]},"text":"更 <b>",
             "entities":[{"type":"mention","mentioned":{"id":"b","name":"Bot"},"text":"<at>Bot</at>"},{"type":"clientInfo","locale":"zh-CN"}],
             "channelData":{"tenant":{"id":"t"}},"value":{"n":1},"madeUp":{"deep":true}}
            """;
        var again = JsonSerializer.Serialize(Read(json), SchemaJson.Options);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(again)), again);
    }

    [Fact]
    public void Names_are_read_without_regard_to_case() =>
        Assert.Equal("hello", Read("""{"Type":"message","TEXT":"hello"}""").Text);

    [Fact]
    public void Nothing_that_is_null_is_written() =>
        Assert.Equal("""{"type":"message","text":"升级"}""", JsonSerializer.Serialize(new Activity(ActivityTypes.Message, text: "升级"), SchemaJson.Options));

    [Fact]
    public void A_card_of_any_type_is_written_by_its_own_properties()
    {
        var activity = new Activity(ActivityTypes.Message) { Attachments = [new HeroCard("t").ToAttachment(), new Attachment("x", content: new { Own = 1 })] };
        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"t"}},{"contentType":"x","content":{"own":1}}]}""",
            JsonSerializer.Serialize(activity, SchemaJson.Options));
    }

    [Fact]
    public void A_mention_goes_out_whole_and_is_found_coming_in()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Text = "<at>Bot</at> help ",
            Recipient = new ChannelAccount("b"),
            Entities = [new Mention { Mentioned = new ChannelAccount("b", "Bot"), Text = "<at>Bot</at>" }],
        };
        var read = Read(JsonSerializer.Serialize(activity, SchemaJson.Options));
        Assert.Equal("Bot", Assert.Single(read.GetMentions()).Mentioned?.Name);
        Assert.Equal("help", read.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("""{"type":"mention","mentioned":"b","text":"<at>Bot</at>"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":{}},"text":"<at>Bot</at>"}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":"b"},"text":7}""")]
    public void What_only_calls_itself_a_mention_is_passed_over(string entity)
    {
        var read = Read($$"""{"type":"message","text":"<at>Bot</at> help","recipient":{"id":"b"},"entities":[{{entity}},{"type":"mention","mentioned":{"id":"b"},"text":"<at>Bot</at>"}]}""");
        Assert.Single(read.GetMentions());
        Assert.Equal("help", read.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/x", true)]
    [InlineData("messages", false)]
    [InlineData(null, false)]
    public void A_type_may_be_refined_after_a_slash(string? type, bool isMessage) =>
        Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() is not null);

    private static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, SchemaJson.Options)!;
}
