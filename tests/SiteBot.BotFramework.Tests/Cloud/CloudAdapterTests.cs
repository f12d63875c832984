using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Connector.Authentication;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Cloud;

public sealed class CloudAdapterTests : IAsyncLifetime
{
    private BotOnTrial bot = null!;
    private RecordingChannel channel = null!;

    public async Task InitializeAsync()
    {
        bot = await BotOnTrial.StartLocalAsync();
        channel = await RecordingChannel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_answered_as_a_reply_with_its_ids_escaped_and_the_id_that_the_channel_gives()
    {
        string? id = null;
        bot.OnTurn = async turn =>
        {
            var reply = MessageFactory.Text("echo " + turn.Activity.Text);
            reply.Id = "of-my-own";
            await turn.SendActivityAsync(reply);
            id = reply.Id;
        };
        var (status, body) = await bot.PostAsync(Message.From(channel.ServiceUrl));

        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        var sent = Assert.Single(channel.Requests);
        Assert.Equal(("POST", "/_connector/v3/conversations/a%3Ac%3Bmessageid%3D1/activities/in-1"), (sent.Method, sent.Target));
        Assert.Equal("echo 你好", sent.Body.GetProperty("text").GetString());
        Assert.False(sent.Body.TryGetProperty("id", out _));
        Assert.Null(sent.Authorization);
        Assert.Equal("sent-1", id);
    }

    [Fact]
    public async Task A_message_can_be_updated_and_deleted()
    {
        bot.OnTurn = async turn =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, id: "x/1", text: "new"));
            await turn.DeleteActivityAsync("x/1");
        };
        await bot.PostAsync(Message.From(channel.ServiceUrl));
        Assert.Equal(
            ["PUT /_connector/v3/conversations/a%3Ac%3Bmessageid%3D1/activities/x%2F1", "DELETE /_connector/v3/conversations/a%3Ac%3Bmessageid%3D1/activities/x%2F1"],
            channel.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task Expected_replies_go_back_in_the_response_and_nowhere_else()
    {
        var (status, body) = await bot.PostAsync(Message.From(channel.ServiceUrl, deliveryMode: "expectReplies"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("echo 你好", JsonElement.Parse(body).GetProperty("activities")[0].GetProperty("text").GetString());
        Assert.Empty(channel.Requests);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_status_and_body_or_as_not_implemented()
    {
        bot.OnTurn = turn => turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 202, Body = new { answer = 7 } } });
        Assert.Equal((HttpStatusCode.Accepted, """{"answer":7}"""), await bot.PostAsync(Message.From(channel.ServiceUrl, "invoke", name: "x")));

        bot.OnTurn = _ => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(Message.From(channel.ServiceUrl, "invoke", name: "x"))).Status);
        Assert.Empty(channel.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message"} x""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","value":{"a":"\uDC00x"}}""")]
    [InlineData("""{"type":"message","from":{"id":"u"},"serviceUrl":"http://127.0.0.1"}""")]
    [InlineData("""{"type":"message","from":{"id":"u"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"invoke","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1"}""")]
    public async Task What_is_no_activity_is_a_bad_request_and_no_turn(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(body)).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task A_body_too_deep_is_a_bad_request_and_one_too_long_is_said_to_be_so()
    {
        var deep = "{\"type\":\"message\",\"value\":" + new string('[', 100) + new string(']', 100) + "}";
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(deep)).Status);
        var lengthy = "{\"type\":\"message\",\"text\":\"" + new string('x', 1 << 20) + "\"}";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.PostAsync(lengthy)).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Theory]
    [InlineData("id", '升', 401)]
    [InlineData("replyToId", 'a', 401)]
    [InlineData("conversation", 'a', 401)]
    [InlineData("from", 'a', 401)]
    [InlineData("id", '\0', 1)]
    [InlineData("conversation", '\n', 1)]
    public async Task An_id_that_no_channel_has_is_a_bad_request(string which, char character, int length)
    {
        var activity = JsonNode.Parse(Message.From("http://127.0.0.1:1", type: "hologram"))!.AsObject();
        var id = new string(character, length);
        activity[which] = which is "conversation" or "from" ? new JsonObject { ["id"] = id } : id;
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.PostAsync(activity.ToJsonString())).Status);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task Another_method_than_POST_is_not_allowed() => Assert.Equal(HttpStatusCode.MethodNotAllowed, await bot.GetAsync());

    [Fact]
    public async Task An_activity_of_an_unknown_type_is_taken_and_lists_come_without_holes()
    {
        IList<Entity>? entities = null;
        bot.OnTurn = turn =>
        {
            entities = turn.Activity.Entities;
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync("""{"type":"of/tomorrow","entities":[null,{"type":"x"},null]}""")).Status);
        Assert.Equal("x", Assert.Single(entities!).Type);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://127.0.0.1@example.com/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("file:///etc")]
    [InlineData("not an address")]
    public async Task Local_mode_speaks_to_this_machine_alone(string serviceUrl)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.PostAsync(Message.From(serviceUrl))).Status);
        Assert.Equal(0, bot.Turns);
        await Assert.ThrowsAsync<ServiceUrlRefusedException>(() => bot.Adapter.ContinueConversationAsync("", Reference(serviceUrl), (_, _) => Task.CompletedTask, default));
    }

    [Fact]
    public async Task The_bot_can_go_on_with_a_conversation_by_itself()
    {
        await bot.Adapter.ContinueConversationAsync("", Reference(channel.ServiceUrl), (turn, token) => turn.SendActivityAsync("later", cancellationToken: token), default);
        var sent = Assert.Single(channel.Requests);
        Assert.Equal(("/_connector/v3/conversations/c/activities/old", "later"), (sent.Target, sent.Body.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task The_bot_can_begin_a_conversation_and_the_turn_is_in_it()
    {
        channel.Answer = """{"id":"new-c","activityId":"first"}""";
        Activity? begun = null;
        var parameters = new ConversationParameters(members: [new ChannelAccount("u")], bot: new ChannelAccount("b"), tenantId: "t");
        await bot.Adapter.CreateConversationAsync("app", Channels.Msteams, channel.ServiceUrl, null, parameters, (turn, _) =>
        {
            begun = turn.Activity;
            return Task.CompletedTask;
        }, default);

        Assert.Equal("/_connector/v3/conversations", Assert.Single(channel.Requests).Target);
        Assert.Equal(("event", "CreateConversation", "first", "new-c", "t"), (begun?.Type, begun?.Name, begun?.Id, begun?.Conversation?.Id, begun?.Conversation?.TenantId));
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_its_handler_and_a_refusal_carries_status_wait_and_body()
    {
        (channel.Status, channel.RetryAfter, channel.Answer) = (429, "7", """{"error":{"code":"Throttled","message":"slowly"}}""");
        Exception? thrown = null;
        bot.Adapter.OnTurnError = (_, exception) =>
        {
            thrown = exception;
            return Task.CompletedTask;
        };
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl))).Status);
        var refusal = Assert.IsType<ErrorResponseException>(thrown);
        Assert.Equal(((HttpStatusCode)429, "7"), (refusal.Response!.StatusCode, refusal.Response.Headers["retry-after"].Single()));
        Assert.Equal(("Throttled", "slowly"), (refusal.Body?.Error?.Code, refusal.Body?.Error?.Message));
    }

    [Fact]
    public async Task Traces_stay_here_and_a_turn_has_its_client_and_its_caller()
    {
        bot.OnTurn = async turn =>
        {
            Assert.NotNull(turn.TurnState.Get<IConnectorClient>());
            Assert.NotNull(turn.TurnState.Get<System.Security.Principal.IIdentity>(BotAdapter.BotIdentityKey));
            await turn.SendActivityAsync(Activity.CreateTraceActivity("x"));
            Assert.False(turn.Responded);
        };
        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync(Message.From(channel.ServiceUrl))).Status);
        Assert.Empty(channel.Requests);
    }

    private static ConversationReference Reference(string serviceUrl) =>
        new("old", new ChannelAccount("u"), new ChannelAccount("b"), new ConversationAccount(id: "c"), "msteams", serviceUrl);
}
