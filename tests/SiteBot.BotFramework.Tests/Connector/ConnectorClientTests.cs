using System.Net;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Rest;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Tests.Cloud;

namespace SiteBot.BotFramework.Tests.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private RecordingChannel channel = null!;
    private ConnectorClient client = null!;

    public async Task InitializeAsync()
    {
        channel = await RecordingChannel.StartAsync();
        client = new ConnectorClient(new Uri(channel.ServiceUrl), null, new HttpClient());
    }

    public async Task DisposeAsync() => await channel.DisposeAsync();

    [Fact]
    public async Task Members_come_all_at_once_by_page_and_one_by_one()
    {
        channel.Answer = """[{"id":"u1","name":"王","objectId":"o1"},{"id":"u2"}]""";
        Assert.Equal(["u1", "u2"], (await client.Conversations.GetConversationMembersAsync("c;1")).Select(member => member.Id));

        channel.Answer = """{"continuationToken":"more &","members":[{"id":"u1"}]}""";
        var page = await client.Conversations.GetConversationPagedMembersAsync("c;1", 50, "a&b");
        Assert.Equal(("more &", "u1"), (page.ContinuationToken, Assert.Single(page.Members!).Id));

        channel.Answer = """{"id":"u1","email":"w@x"}""";
        Assert.Equal("u1", (await client.Conversations.GetConversationMemberAsync("29:a/b", "c;1")).Id);

        Assert.Equal(
            ["/_connector/v3/conversations/c%3B1/members", "/_connector/v3/conversations/c%3B1/pagedmembers?pageSize=50&continuationToken=a%26b", "/_connector/v3/conversations/c%3B1/members/29%3Aa%2Fb"],
            channel.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_team_and_its_channels_are_told()
    {
        channel.Answer = """{"id":"t","name":"华东","channelCount":3,"memberCount":40}""";
        var team = await client.Teams.FetchTeamDetailsAsync("19:t@thread");
        Assert.Equal(("华东", 3, 40), (team.Name, team.ChannelCount, team.MemberCount));
        channel.Answer = """{"conversations":[{"id":"t"},{"id":"c2","name":"field service"}]}""";
        Assert.Equal("field service", (await client.Teams.FetchChannelListAsync("19:t@thread")).Conversations![1].Name);
        Assert.Equal(["/_connector/v3/teams/19%3At%40thread", "/_connector/v3/teams/19%3At%40thread/conversations"], channel.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_refusal_that_is_no_JSON_keeps_its_text()
    {
        (channel.Status, channel.Answer) = (502, "<html>");
        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => client.Conversations.SendToConversationAsync("c", new Activity("message")));
        Assert.Equal((HttpStatusCode.BadGateway, "<html>", null), (refusal.Response!.StatusCode, refusal.Response.Content, refusal.Body));
        var ofTeams = await Assert.ThrowsAsync<HttpOperationException>(() => client.Teams.FetchTeamDetailsAsync("t"));
        Assert.Equal(HttpStatusCode.BadGateway, ofTeams.Response!.StatusCode);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_an_answer_and_one_that_is_no_JSON_is_a_failure()
    {
        channel.Answer = "";
        Assert.Null((await client.Conversations.SendToConversationAsync("c", new Activity("message"))).Id);
        channel.Answer = "surprise";
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Conversations.SendToConversationAsync("c", new Activity("message")));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_cannot_lead_out_of_its_place(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => client.Conversations.DeleteActivityAsync("c", id));
        Assert.Empty(channel.Requests);
    }
}
