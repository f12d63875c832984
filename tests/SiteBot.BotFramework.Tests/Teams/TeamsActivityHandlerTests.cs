using System.Text.Json;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Teams;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;
using SiteBot.BotFramework.Schema.Teams;
using SiteBot.BotFramework.Tests.Builder;
using SiteBot.BotFramework.Tests.Cloud;

namespace SiteBot.BotFramework.Tests.Teams;

public class TeamsActivityHandlerTests
{
    private readonly SilentAdapter adapter = new();

    [Theory]
    [InlineData("fileConsent/invoke", """{"action":"accept","uploadInfo":{"name":"f"}}""", "file accepted f")]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""", "file declined")]
    [InlineData("composeExtension/query", """{"commandId":"search","parameters":[{"name":"q","value":"6.3"}],"queryOptions":{"skip":0,"count":25}}""", "query q=6.3")]
    [InlineData("composeExtension/selectItem", """{"id":"6.3-1"}""", "selected 6.3-1")]
    [InlineData("composeExtension/submitAction", """{"commandId":"c"}""", "submitted c")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""", "preview edited")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"send"}""", "preview sent")]
    [InlineData("task/fetch", """{"data":{"k":"v"},"context":{"theme":"dark"}}""", "dialog dark")]
    [InlineData("tab/fetch", """{"tabEntityContext":{"tabEntityId":"visits"}}""", "tab visits")]
    [InlineData("config/fetch", "{}", "config")]
    [InlineData("signin/verifyState", "{}", "signed in")]
    public async Task An_invoke_of_Teams_comes_to_its_method_and_is_answered(string name, string value, string seen)
    {
        var bot = new RecordingBot();
        Assert.Equal(200, (await Invoke(bot, name, value)).Status);
        Assert.Equal(seen, Assert.Single(bot.Seen));
    }

    [Theory]
    [InlineData("fileConsent/invoke", """{"action":"shred"}""")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"shred"}""")]
    [InlineData("composeExtension/query", "[]")]
    [InlineData("composeExtension/query", "null")]
    [InlineData("task/fetch", "7")]
    public async Task An_invoke_of_another_shape_is_a_bad_request(string name, string value)
    {
        var bot = new RecordingBot();
        Assert.Equal(400, (await Invoke(bot, name, value)).Status);
        Assert.Empty(bot.Seen);
    }

    [Theory]
    [InlineData("fileConsent/invoke", """{"action":"accept"}""")]
    [InlineData("fileConsent/invoke", """{"action":"decline"}""")]
    [InlineData("actionableMessage/executeAction", "{}")]
    [InlineData("composeExtension/queryLink", "{}")]
    [InlineData("composeExtension/anonymousQueryLink", "{}")]
    [InlineData("composeExtension/query", "{}")]
    [InlineData("composeExtension/selectItem", "{}")]
    [InlineData("composeExtension/submitAction", "{}")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""")]
    [InlineData("composeExtension/fetchTask", "{}")]
    [InlineData("composeExtension/querySettingUrl", "{}")]
    [InlineData("composeExtension/setting", "null")]
    [InlineData("composeExtension/onCardButtonClicked", "{}")]
    [InlineData("task/fetch", "{}")]
    [InlineData("task/submit", "{}")]
    [InlineData("tab/fetch", "{}")]
    [InlineData("tab/submit", "{}")]
    [InlineData("config/fetch", "{}")]
    [InlineData("config/submit", "{}")]
    [InlineData("signin/verifyState", "{}")]
    [InlineData("signin/tokenExchange", "{}")]
    [InlineData("gibberish", "{}")]
    [InlineData(null, "{}")]
    public async Task What_a_bot_does_not_override_is_not_implemented(string? name, string value) =>
        Assert.Equal(501, (await Invoke(new TeamsActivityHandler(), name, value)).Status);

    [Theory]
    [InlineData("channelCreated", "channel created c in t")]
    [InlineData("channelRenamed", "channel renamed c in t")]
    [InlineData("channelDeleted", "channel deleted c in t")]
    [InlineData("channelRestored", "channel restored c in t")]
    [InlineData("teamRenamed", "team renamed t")]
    [InlineData("teamArchived", "team archived t")]
    [InlineData("teamUnarchived", "team unarchived t")]
    [InlineData("teamDeleted", "team deleted t")]
    [InlineData("teamHardDeleted", "team gone t")]
    [InlineData("teamRestored", "team restored t")]
    public async Task A_change_of_a_team_comes_to_its_method(string eventType, string seen)
    {
        var bot = new RecordingBot();
        await bot.OnTurnAsync(new TurnContext(adapter, new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = Channels.Msteams,
            ChannelData = JsonElement.Parse($$$"""{"eventType":"{{{eventType}}}","team":{"id":"t"},"channel":{"id":"c"}}"""),
        }));
        Assert.Equal(seen, Assert.Single(bot.Seen));
    }

    [Theory]
    [InlineData("application/vnd.microsoft.readReceipt", """{"lastReadMessageId":"1645"}""", "read 1645")]
    [InlineData("application/vnd.microsoft.meetingStart", """{"StartTime":"2021-06-05T00:01:02.0Z","Title":"m"}""", "meeting m began 2021-06-05 00:01:02")]
    [InlineData("application/vnd.microsoft.meetingEnd", """{"EndTime":"2021-06-05T01:02:03.0Z"}""", "meeting ended 2021-06-05 01:02:03")]
    [InlineData("application/vnd.microsoft.meetingParticipantJoin", """{"members":[{"user":{"id":"u"},"meeting":{"role":"presenter"}}]}""", "joined u")]
    [InlineData("application/vnd.microsoft.meetingParticipantLeave", """{"members":[{"user":{"id":"u"}}]}""", "left u")]
    [InlineData("application/vnd.microsoft.readReceipt", "7", "read ")]
    [InlineData("of another kind", "{}", "event")]
    public async Task An_event_of_Teams_comes_to_its_method(string name, string value, string seen)
    {
        var bot = new RecordingBot();
        await bot.OnTurnAsync(new TurnContext(adapter, new Activity(ActivityTypes.Event, name: name, channelId: Channels.Msteams) { Value = JsonElement.Parse(value) }));
        Assert.Equal(seen, Assert.Single(bot.Seen));
    }

    [Theory]
    [InlineData(ActivityTypes.MessageUpdate, "editMessage", "edited")]
    [InlineData(ActivityTypes.MessageUpdate, "undeleteMessage", "undeleted")]
    [InlineData(ActivityTypes.MessageDelete, "softDeleteMessage", "deleted")]
    public async Task An_edited_or_deleted_message_comes_to_its_method_in_Teams_alone(string type, string eventType, string seen)
    {
        var bot = new RecordingBot();
        await bot.OnTurnAsync(new TurnContext(adapter, Change("directline")));
        Assert.Empty(bot.Seen);
        await bot.OnTurnAsync(new TurnContext(adapter, Change(Channels.Msteams)));
        Assert.Equal(seen, Assert.Single(bot.Seen));

        Activity Change(string channel) => new(type, channelId: channel) { ChannelData = new TeamsChannelData { EventType = eventType } };
    }

    [Fact]
    public async Task New_members_are_looked_up_except_the_bot_and_who_comes_with_all_details()
    {
        await using var channel = await RecordingChannel.StartAsync();
        channel.Answer = """{"id":"u1","givenName":"伟","objectId":"o1","userRole":"guest"}""";
        var bot = new RecordingBot();
        var turn = new TurnContext(adapter, new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = Channels.Msteams,
            Recipient = new ChannelAccount("bot"),
            MembersAdded = [new ChannelAccount("bot"), new ChannelAccount("u1"), new TeamsChannelAccount("u2", givenName: "known")],
            ChannelData = new TeamsChannelData { Team = new TeamInfo("t") },
        });
        turn.TurnState.Add<IConnectorClient>(new ConnectorClient(new Uri(channel.ServiceUrl), null, new HttpClient()));
        await bot.OnTurnAsync(turn);

        Assert.Equal("/_connector/v3/conversations/t/members/u1", Assert.Single(channel.Requests).Target);
        Assert.Equal(["bot   ", "u1 伟 o1 guest", "u2 known  "], bot.Seen);
    }

    [Fact]
    public async Task A_member_of_a_conversation_that_cannot_be_asked_about_yet_comes_as_told()
    {
        await using var channel = await RecordingChannel.StartAsync();
        (channel.Status, channel.Answer) = (404, """{"error":{"code":"ConversationNotFound"}}""");
        var bot = new RecordingBot();
        var turn = new TurnContext(adapter, new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = Channels.Msteams,
            Conversation = new ConversationAccount(id: "c"),
            MembersAdded = [new ChannelAccount("u1", aadObjectId: "o1")],
        });
        turn.TurnState.Add<IConnectorClient>(new ConnectorClient(new Uri(channel.ServiceUrl), null, new HttpClient()));
        await bot.OnTurnAsync(turn);
        Assert.Equal("u1  o1 ", Assert.Single(bot.Seen));

        channel.Answer = """{"error":{"code":"Forbidden"}}""";
        await Assert.ThrowsAsync<ErrorResponseException>(() => bot.OnTurnAsync(turn));
    }

    [Fact]
    public void An_answer_is_written_as_what_it_is()
    {
        object answer = new TaskModuleResponse(new TaskModuleContinueResponse(new TaskModuleTaskInfo(title: "T", height: "small")));
        Assert.Equal("""{"task":{"value":{"title":"T","height":"small"},"type":"continue"}}""", Written(answer));
        Assert.Equal("""{"config":{"value":"m","type":"message"},"responseType":"config"}""", Written(new ConfigTaskResponse { Config = new TaskModuleMessageResponse("m") }));
        var found = new MessagingExtensionResult("list", "result", [new MessagingExtensionAttachment("x", preview: new Attachment("y"))]);
        Assert.Contains("\"preview\":{\"contentType\":\"y\"}", Written(new MessagingExtensionResponse(found)), StringComparison.Ordinal);

        static string Written(object value) => JsonSerializer.Serialize(value, SchemaJson.Options.GetTypeInfo(value.GetType()));
    }

    [Theory]
    [InlineData("10", "10", true)]
    [InlineData("9", "10", true)]
    [InlineData("11", "10", false)]
    [InlineData("x", "10", false)]
    [InlineData(null, "10", false)]
    public void A_message_is_read_when_a_later_one_is(string? message, string last, bool read) => Assert.Equal(read, new ReadReceiptInfo(last).IsMessageRead(message));

    [Fact]
    public void A_message_can_ask_for_a_notification_and_keeps_its_other_channel_data()
    {
        var message = new Activity("message") { ChannelData = JsonElement.Parse("""{"tenant":{"id":"x"},"other":1}""") };
        message.TeamsNotifyUser();
        var data = message.GetChannelData<TeamsChannelData>()!;
        Assert.Equal((true, "x", 1), (data.Notification?.Alert, data.Tenant?.Id, data.AdditionalProperties!["other"].GetInt32()));
    }

    private async Task<InvokeResponse> Invoke(TeamsActivityHandler bot, string? name, string value)
    {
        var activity = new Activity(ActivityTypes.Invoke, name: name, channelId: Channels.Msteams) { Value = value == "null" ? null : JsonElement.Parse(value) };
        await bot.OnTurnAsync(new TurnContext(adapter, activity));
        return Assert.IsType<InvokeResponse>(Assert.Single(adapter.Sent).Value);
    }
}
