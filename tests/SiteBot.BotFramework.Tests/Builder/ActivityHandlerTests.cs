using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Builder;

public class ActivityHandlerTests
{
    private readonly SilentAdapter adapter = new();

    public static TheoryData<string, string> Refused => new()
    {
        { "null", "Missing value property" },
        { "{}", "Missing action property" },
        { """{"action":"x"}""", "Value property is not properly formed" },
        { """{"action":{"type":"Action.Submit"}}""", "The action 'Action.Submit'is not supported." },
    };

    public static TheoryData<object?, string> RefusedSearches => new()
    {
        { null, "Missing value property for search" },
        { new object(), "Value property is not properly formed for search" },
        { new SearchInvokeValue { QueryText = "q" }, "Missing kind property for search" },
        { JsonNode.Parse("""{"kind":"typeahead"}"""), "Missing queryText property for search" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_malformed_card_action_is_a_bad_request(string value, string message)
    {
        var response = await Invoke(new ActivityHandler(), "adaptiveCard/action", value);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(response.Body);
        Assert.Equal((400, 400, "application/vnd.microsoft.error"), (response.Status, body.StatusCode, body.Type));
        Assert.Equal(message, Assert.IsType<Error>(body.Value).Message);
    }

    [Theory]
    [MemberData(nameof(RefusedSearches))]
    public async Task A_malformed_search_is_a_bad_request(object? value, string message)
    {
        var response = await Invoke(new ActivityHandler(), "application/search", value);
        var error = Assert.IsType<Error>(Assert.IsType<AdaptiveCardInvokeResponse>(response.Body).Value);
        Assert.Equal((400, "BadRequest", message), (response.Status, error.Code, error.Message));
    }

    [Theory]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v"}}""")]
    [InlineData("application/search", """{"kind":"search","queryText":"q"}""")]
    [InlineData("signin/verifyState", "{}")]
    [InlineData("of/another/kind", "{}")]
    public async Task An_invoke_that_nobody_handles_is_not_implemented(string name, string value) =>
        Assert.Equal(501, (await Invoke(new ActivityHandler(), name, value)).Status);

    [Fact]
    public async Task A_card_action_comes_with_verb_and_data_and_what_it_returns_is_the_answer()
    {
        var bot = new CardBot();
        var response = await Invoke(bot, "adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"consent","data":{"id":7}},"trigger":"manual"}""");

        Assert.Equal(("consent", "manual"), (bot.Seen?.Action?.Verb, bot.Seen?.Trigger));
        Assert.Equal(7, Assert.IsType<JsonElement>(bot.Seen?.Action?.Data).GetProperty("id").GetInt32());
        Assert.Equal(200, response.Status);
        Assert.Equal("done", Assert.IsType<AdaptiveCardInvokeResponse>(response.Body).Value);
    }

    [Fact]
    public async Task Members_other_than_the_bot_are_announced()
    {
        var bot = new CardBot();
        await bot.OnTurnAsync(new TurnContext(adapter, Update("b")));
        Assert.Null(bot.Added);
        await bot.OnTurnAsync(new TurnContext(adapter, Update("b", "u")));
        Assert.Equal(2, bot.Added);

        static Activity Update(params string[] added) => new(ActivityTypes.ConversationUpdate)
        {
            Recipient = new ChannelAccount("b"),
            MembersAdded = [.. added.Select(id => new ChannelAccount(id))],
        };
    }

    private Task<InvokeResponse> Invoke(ActivityHandler bot, string name, string value) =>
        Invoke(bot, name, value == "null" ? null : (object)JsonElement.Parse(value));

    private async Task<InvokeResponse> Invoke(ActivityHandler bot, string name, object? value)
    {
        var activity = new Activity(ActivityTypes.Invoke, name: name) { Value = value };
        await bot.OnTurnAsync(new TurnContext(adapter, activity));
        return Assert.IsType<InvokeResponse>(Assert.Single(adapter.Sent).Value);
    }

    private sealed class CardBot : ActivityHandler
    {
        public AdaptiveCardInvokeValue? Seen { get; private set; }

        public int? Added { get; private set; }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Seen = invokeValue;
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Value = "done" });
        }

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Added = membersAdded.Count;
            return Task.CompletedTask;
        }
    }
}
