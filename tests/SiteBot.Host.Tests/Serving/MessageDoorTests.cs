using System.Net.Sockets;
using System.Text;

namespace SiteBot.Host.Tests.Serving;

public sealed class MessageDoorTests : IDisposable
{
    private readonly Folder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    public async Task What_is_no_activity_is_400_and_no_turn(string body)
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(400, (await trial.Post("api/messages", body)).Status);
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task JSON_that_goes_too_deep_is_400()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var deep = $"{{\"type\":\"message\",\"channelData\":{new string('[', 5000)}{new string(']', 5000)}}}";
        Assert.Equal(400, (await trial.Post("api/messages", deep)).Status);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413_whether_its_length_is_told_or_not()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Limits:BodyBytes", "16384"));
        var body = HostOnTrial.Message(new string('x', 20_000));
        Assert.Equal(413, (await trial.Post("api/messages", body)).Status);
        Assert.Equal(413, (await trial.Post("api/messages", body, ("Transfer-Encoding", "chunked"))).Status);
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task An_activity_of_a_type_that_nobody_knows_is_200()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(200, (await trial.Post("api/messages", """{"type":"hologram","id":"1","channelId":"x","from":{"id":"u"},"conversation":{"id":"c"}}""")).Status);
    }

    [Fact]
    public async Task A_serviceUrl_beyond_this_machine_is_403()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(403, (await trial.Post("api/messages", HostOnTrial.Message("hello").Replace("http://127.0.0.1:9/x", "https://evil.example/", StringComparison.Ordinal))).Status);
        Assert.Empty(trial.Bot.Began);
    }

    [Fact]
    public async Task Another_method_is_405()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(405, (await trial.Get("api/messages")).Status);
    }

    [Fact]
    public async Task A_turn_that_breaks_is_503_and_may_come_again()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(503, (await trial.Post("api/messages", HostOnTrial.Message("break"))).Status);
        Assert.Equal(200, (await trial.Post("api/messages", HostOnTrial.Message("hello"))).Status);
    }

    [Fact]
    public async Task More_turns_at_once_than_the_limit_are_503()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Limits:Turns", "1"));
        var held = trial.Post("api/messages", HostOnTrial.Message("wait"));
        await trial.Bot.Waiting;
        Assert.Equal(503, (await trial.Post("api/messages", HostOnTrial.Message("hello"))).Status);
        trial.Bot.Go();
        Assert.Equal(200, (await held).Status);
        Assert.Equal(200, (await trial.Post("api/messages", HostOnTrial.Message("hello"))).Status);
    }

    [Fact]
    public async Task One_sender_beyond_the_limit_is_429_and_others_are_not()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Limits:TurnsPerSender", "2"));
        Assert.Equal(200, await From("user-id-0"));
        Assert.Equal(200, await From("user-id-0"));
        Assert.Equal(429, await From("user-id-0"));
        Assert.Equal(200, await From("user-id-1"));

        async Task<int> From(string sender) => (await trial.Post("api/messages", HostOnTrial.Message("hello", sender: sender))).Status;
    }

    [Fact]
    public async Task Cards_that_a_chat_asks_for_by_itself_take_nobodys_turns_and_are_bounded_too()
    {
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Limits:TurnsPerSender", "2"));
        var look = HostOnTrial.Message("", type: "invoke").Replace(
            "\"text\":\"\"", """
            "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"refresh","data":{"card":"status","visit":"x"}},"trigger":"automatic"}
            """, StringComparison.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            Assert.NotEqual(429, (await trial.Post("api/messages", look)).Status);
        }

        Assert.Equal(429, (await trial.Post("api/messages", look)).Status);
        Assert.Equal(200, (await trial.Post("api/messages", HostOnTrial.Message("hello"))).Status);
        Assert.Equal(200, (await trial.Post("api/messages", HostOnTrial.Message("hello", id: "2"))).Status);
        Assert.Equal(429, (await trial.Post("api/messages", look.Replace("\"refresh\"", "\"help\"", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_no_turn()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        using (var caller = await Caller(trial))
        {
            await trial.Bot.Waiting;
        }

        trial.Bot.Go();
        await trial.Get<Doors.TurnsUnderWay>().None();
        Assert.Equal(["wait"], trial.Bot.Ended);
    }

    [Fact]
    public async Task A_host_that_stops_lets_its_turns_end()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var held = trial.Post("api/messages", HostOnTrial.Message("wait"));
        await trial.Bot.Waiting;
        var stopping = trial.Host.Stop();
        Assert.False(stopping.IsCompleted);
        trial.Bot.Go();
        Assert.Equal(200, (await held).Status);
        await stopping;
        Assert.Equal(["wait"], trial.Bot.Ended);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<TcpClient> Caller(HostOnTrial trial)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync("127.0.0.1", trial.Http.BaseAddress!.Port);
        var body = Encoding.UTF8.GetBytes(HostOnTrial.Message("wait"));
        var head = Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await caller.GetStream().WriteAsync((byte[])[.. head, .. body]);
        return caller;
    }
}
