using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SiteBot.LocalChat.Tests;

public sealed class DirectLineTests
{
    [Fact]
    public async Task A_message_reaches_the_bot_as_Teams_would_send_it()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);

        var id = await liMing.Says("可以升级了吗？");

        var heard = await host.Bot.Hears();
        Assert.Equal("msteams", (string?)heard["channelId"]);
        Assert.Equal(id, (string?)heard["id"]);
        Assert.Equal("可以升级了吗？", (string?)heard["text"]);
        Assert.Equal(host.Address + "/local-connector", (string?)heard["serviceUrl"]);
        Assert.Equal(("user-id-0", "aad-a1", "李明"), ((string?)heard["from"]!["id"], (string?)heard["from"]!["aadObjectId"], (string?)heard["from"]!["name"]));
        Assert.Equal(("a:personal-li.ming", "personal", "local-tenant"),
            ((string?)heard["conversation"]!["id"], (string?)heard["conversation"]!["conversationType"], (string?)heard["conversation"]!["tenantId"]));
        Assert.Equal("local-tenant", (string?)heard["channelData"]!["tenant"]!["id"]);
        Assert.Equal("zh-CN", (string?)heard["locale"]);
    }

    [Fact]
    public async Task The_senders_own_message_comes_back_with_its_client_id_and_the_reply_after_it()
    {
        await using var host = await ChatHost.Start();
        host.Bot.Turn = async (activity, bot) =>
        {
            if ((string?)activity["type"] == "message")
            {
                await bot.Replies(activity, new JsonObject { ["text"] = "not yet" });
            }

            return (200, null);
        };
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        await using var stream = await liMing.Listen();

        var id = await liMing.Says("now?");

        var own = await stream.Gets();
        var reply = await stream.Gets();
        Assert.Equal((id, "c-1", "user"), ((string?)own["id"], (string?)own["channelData"]!["clientActivityID"], (string?)own["from"]!["role"]));
        Assert.Equal(("not yet", id, "bot"), ((string?)reply["text"], (string?)reply["replyToId"], (string?)reply["from"]!["role"]));
    }

    [Fact]
    public async Task A_reply_to_what_is_not_in_the_transcript_says_nothing_of_it()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.Open(ChatHost.LiMing);
        var greeting = await host.Bot.Hears("conversationUpdate");

        await host.Bot.Replies(greeting, new JsonObject { ["text"] = "hello" });

        Assert.False(Assert.Single(await liMing.Sees()).ContainsKey("replyToId"));
    }

    [Fact]
    public async Task Opening_a_chat_tells_the_bot_once_that_it_was_installed()
    {
        await using var host = await ChatHost.Start();
        await host.Open(ChatHost.LiMing);
        Assert.Equal("add", (string?)(await host.Bot.Hears("installationUpdate"))["action"]);
        var added = await host.Bot.Hears("conversationUpdate");
        Assert.Equal(["28:sitebot", "user-id-0"], added["membersAdded"]!.AsArray().Select(member => (string?)member!["id"]));

        await host.Open(ChatHost.LiMing);
        await host.Quiet();

        Assert.Empty(host.Bot.Unheard());
    }

    [Fact]
    public async Task An_update_arrives_under_the_same_id_in_the_same_place()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        await using var stream = await liMing.Listen();
        await liMing.Says("start");
        var said = await host.Bot.Hears();
        var id = await host.Bot.Replies(said, new JsonObject { ["text"] = "one" });
        var first = await stream.Gets(activity => (string?)activity["text"] == "one");

        await host.Bot.Connector(HttpMethod.Put, said, $"activities/{id}", new JsonObject { ["type"] = "message", ["text"] = "two" });

        var second = await stream.Gets();
        Assert.Equal(("two", id), ((string?)second["text"], (string?)second["id"]));
        Assert.Equal((long)first["channelData"]!["webchat:sequence-id"]!, (long)second["channelData"]!["webchat:sequence-id"]!);
        Assert.Equal(["start", "two"], (await liMing.Sees()).Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task What_the_bot_takes_back_leaves_a_line_in_its_place()
    {
        await using var host = await ChatHost.Start();
        var wangFang = await host.OpenGreeted(ChatHost.WangFang);
        await wangFang.Says("start");
        var said = await host.Bot.Hears();
        var id = await host.Bot.Replies(said, new JsonObject { ["attachments"] = new JsonArray(ChatHost.Card()) });

        var (status, _) = await host.Bot.Connector(HttpMethod.Delete, said, $"activities/{id}");

        Assert.Equal(HttpStatusCode.OK, status);
        var left = (await wangFang.Sees())[1];
        Assert.Equal((id, "This message was deleted."), ((string?)left["id"], (string?)left["text"]));
        Assert.False(left.ContainsKey("attachments"));
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_what_its_watermark_missed()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        string watermark;
        await using (var stream = await liMing.Listen())
        {
            await liMing.Says("before");
            await stream.Gets(activity => (string?)activity["text"] == "before");
            watermark = stream.Watermark;
        }

        await liMing.Says("while away");
        await liMing.Reconnect(watermark);

        await using var again = await liMing.Listen();
        Assert.Equal("while away", (string?)(await again.Gets())["text"]);
    }

    [Fact]
    public async Task An_open_page_goes_on_after_the_host_restarted()
    {
        var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        string watermark, address = host.Address;
        await using (var stream = await liMing.Listen())
        {
            await liMing.Says("before");
            await stream.Gets(activity => (string?)activity["text"] == "before");
            watermark = stream.Watermark;
        }

        await host.DisposeAsync();
        await using var restarted = await ChatHost.Start(machineTime: new MachineTime(1_780_000_060_000), url: address);
        var page = new ChatClient(restarted, liMing.Token, liMing.Conversation);
        await page.Reconnect(watermark);
        await using var again = await page.Listen();
        await restarted.Quiet();
        Assert.Empty(restarted.Bot.Unheard());

        await restarted.Bot.Call(HttpMethod.Post, $"{address}/local-connector/v3/conversations/a%3Apersonal-li.ming/activities", new JsonObject { ["type"] = "message", ["text"] = "a reminder" });

        Assert.Equal("a reminder", (string?)(await again.Gets())["text"]);
    }

    [Fact]
    public async Task The_socket_takes_pings_and_ends_when_the_host_stops()
    {
        var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        await using var stream = await liMing.Listen();
        await stream.Ping();
        await liMing.Says("still here");
        await stream.Gets(activity => (string?)activity["text"] == "still here");

        await host.DisposeAsync();

        var end = await stream.Socket.ReceiveAsync(new byte[16].AsMemory(), CancellationToken.None);
        Assert.Equal(WebSocketMessageType.Close, end.MessageType);
    }

    [Fact]
    public async Task Typing_shows_to_who_is_here_and_is_not_kept()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        await using var stream = await liMing.Listen();
        await stream.Read();
        await liMing.Says("go");

        await host.Bot.Replies(await host.Bot.Hears(), new JsonObject { ["type"] = "typing" });

        Assert.NotNull(await stream.Gets(activity => (string?)activity["type"] == "typing"));
        Assert.Single(await liMing.Sees());
    }

    [Fact]
    public async Task The_transcript_is_bounded_and_the_oldest_goes_first()
    {
        await using var host = await ChatHost.Start(with: options => options with { KeptPosts = 3 });
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        foreach (var text in new[] { "1", "2", "3", "4", "5" })
        {
            await liMing.Says(text);
        }

        Assert.Equal(["3", "4", "5"], (await liMing.Sees()).Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task Nobody_reads_anothers_chat_and_a_person_who_left_is_refused()
    {
        var people = ChatHost.Everybody;
        await using var host = await ChatHost.Start(() => people);
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        Assert.Equal(HttpStatusCode.NotFound, (await liMing.Get("directline/conversations/a:personal-wang.fang/activities")).StatusCode);

        people = people with { Persons = [ChatHost.WangFang] };

        Assert.Equal(HttpStatusCode.Forbidden, (await liMing.Send(new JsonObject { ["type"] = "message", ["text"] = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_message_that_the_bot_does_not_take_goes_again_under_its_id_and_then_says_so()
    {
        await using var host = await ChatHost.Start();
        var wangFang = await host.OpenGreeted(ChatHost.WangFang);
        host.Bot.Turn = (_, _) => Task.FromResult<(int, JsonNode?)>((503, null));

        var id = await wangFang.Says("hello");
        await host.Quiet();

        Assert.Equal([id, id], host.Bot.Unheard().Select(activity => (string?)activity["id"]));
        Assert.Equal("SiteBot did not take it (HTTP 503). Send it again.", (string?)(await wangFang.Sees())[1]["text"]);
    }

    [Fact]
    public async Task What_is_under_way_can_be_asked()
    {
        await using var host = await ChatHost.Start();
        var liMing = await host.OpenGreeted(ChatHost.LiMing);
        var release = new TaskCompletionSource();
        host.Bot.Turn = async (_, _) =>
        {
            await release.Task;
            return (200, null);
        };

        await liMing.Says("hold");
        await host.Bot.Hears();
        Assert.Equal(1, host.Traffic.InFlight);

        release.SetResult();
        await host.Quiet();
        Assert.Equal(0, host.Traffic.InFlight);
    }

    [Fact]
    public async Task A_picture_of_ones_own_is_shown_and_a_paper_named()
    {
        await using var host = await ChatHost.Start();
        var wangFang = await host.OpenGreeted(ChatHost.WangFang);

        (await wangFang.Uploads(("cabinet.png", "image/png", [1, 2, 3]), ("signed.pdf", "application/pdf", [4]))).EnsureSuccessStatusCode();

        var sent = (await wangFang.Sees())[^1]["attachments"]!;
        Assert.EndsWith("/cabinet.png", (string?)sent[0]!["thumbnailUrl"], StringComparison.Ordinal);
        Assert.Equal((string?)sent[0]!["contentUrl"], (string?)sent[0]!["thumbnailUrl"]);
        Assert.Null(sent[1]!["thumbnailUrl"]);
    }
}
