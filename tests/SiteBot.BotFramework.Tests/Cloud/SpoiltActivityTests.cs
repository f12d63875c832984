using System.Text;
using System.Text.Json.Nodes;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Teams;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

public class SpoiltActivityTests
{
    private static readonly string[] Whole =
    [
        Message.From("http://127.0.0.1:1"),
        """{"type":"invoke","name":"adaptiveCard/action","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","from":{"id":"u"},"conversation":{"id":"c"},"value":{"action":{"type":"Action.Execute","verb":"v","data":{"a":[1,{"b":null}]}}}}""",
        """{"type":"invoke","name":"composeExtension/query","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","from":{"id":"u"},"conversation":{"id":"c"},"value":{"commandId":"s","parameters":[{"name":"q","value":"x"}],"queryOptions":{"skip":0,"count":5}}}""",
        """{"type":"conversationUpdate","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"membersAdded":[{"id":"b"},{"id":"u"}],"channelData":{"team":{"id":"t"},"eventType":"teamMemberAdded","tenant":{"id":"x"}}}""",
        """{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","timestamp":"2026-03-10T15:00:00Z","from":{"id":"u","aadObjectId":"o"},"conversation":{"id":"c","isGroup":true},"text":"<at>b</at> 2点","entities":[{"type":"mention","mentioned":{"id":"b"},"text":"<at>b</at>"}],"attachments":[{"contentType":"text/html","content":"<p>"}],"deliveryMode":"expectReplies"}""",
    ];

    private static readonly string[] Odd = ["null", "0", "-1", "1e400", "true", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "{}", "{\"id\":{}}", "99999999999999999999"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_spoilt_activity_is_refused_or_taken_and_never_breaks_the_endpoint(int seed)
    {
        using var endpoint = new InProcess();
        var random = new Random(seed);
        var taken = 0;
        for (var i = 0; i < 3000; i++)
        {
            var body = Spoil(Whole[random.Next(Whole.Length)], random);
            var status = await endpoint.PostAsync(body, new Listener());
            Assert.True(status is 200 or 400 or 403 or 501, $"{status} for {Encoding.UTF8.GetString(body)}");
            taken += status == 200 ? 1 : 0;
        }

        Assert.InRange(taken, 100, 2900);
    }

    private static byte[] Spoil(string json, Random random)
    {
        if (random.Next(2) == 0)
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            return bytes;
        }

        var places = new List<string>();
        Collect(JsonNode.Parse(json)!, places);
        var part = places[random.Next(places.Count)];
        var at = json.IndexOf(part, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(at < 0 ? json : json[..at] + Odd[random.Next(Odd.Length)] + json[(at + part.Length)..]);
    }

    private static void Collect(JsonNode node, List<string> places)
    {
        places.Add(node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var children = node switch
        {
            JsonObject values => values.Select(entry => entry.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            Collect(child, places);
        }
    }

    /// <summary>Reads everything that a bot reads.</summary>
    private sealed class Listener : TeamsActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            turnContext.Activity.RemoveRecipientMention();
            turnContext.Activity.TeamsGetTeamInfo();
            await turnContext.SendActivityAsync("heard " + turnContext.Activity.Text, cancellationToken: cancellationToken);
        }
    }
}
