using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SiteBot.LocalChat.Tests;

/// <summary>Speaks Direct Line as Web Chat does: a token, a conversation, activities, a socket.</summary>
internal sealed class ChatClient(ChatHost host, string token, string conversation)
{
    public string Token { get; } = token;

    public string Conversation { get; } = conversation;

    public string StreamUrl { get; private set; } = "";

    public static async Task<ChatClient> Take(ChatHost host, LocalPerson person, LocalChannel? channel = null)
    {
        var wish = new JsonObject { ["user"] = new JsonObject { ["id"] = person.Id } };
        if (channel is not null)
        {
            wish["channel"] = channel.ChannelId;
        }

        var grant = await Json(await host.Post("directline/tokens/generate", wish.ToJsonString()));
        return new(host, (string)grant["token"]!, (string)grant["conversationId"]!);
    }

    public async Task<HttpResponseMessage> Start()
    {
        var response = await host.Post("directline/conversations", "{}", Token);
        StreamUrl = (string)(await Json(response))["streamUrl"]!;
        return response;
    }

    public async Task<JsonObject> Reconnect(string watermark)
    {
        var again = await Json(await Get($"directline/conversations/{Conversation}?watermark={watermark}"));
        StreamUrl = (string)again["streamUrl"]!;
        return again;
    }

    public Task<HttpResponseMessage> Send(JsonObject activity) => host.Post($"directline/conversations/{Conversation}/activities", activity.ToJsonString(), Token);

    public async Task<string> Says(string text, string? thread = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = "c-1", ["localChat"] = new JsonObject { ["thread"] = thread } } };
        return (string)(await Json(await Send(activity)))["id"]!;
    }

    /// <summary>Presses a card's button as Web Chat does: the action's data with the inputs merged in.</summary>
    public async Task Presses(JsonObject action, params (string Id, string Value)[] inputs)
    {
        var value = action["data"]!.DeepClone().AsObject();
        foreach (var (id, input) in inputs)
        {
            value[id] = input;
        }

        (await Send(new JsonObject { ["type"] = "message", ["value"] = value, ["channelData"] = new JsonObject { ["postBack"] = true } })).EnsureSuccessStatusCode();
    }

    /// <summary>All that this reader sees now.</summary>
    public async Task<IReadOnlyList<JsonObject>> Sees() => [.. (await Frame())["activities"]!.AsArray().Select(activity => activity!.AsObject())];

    public async Task<JsonObject> Frame(string? watermark = null) =>
        await Json(await Get($"directline/conversations/{Conversation}/activities" + (watermark is null ? "" : $"?watermark={watermark}")));

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", Token);
        return await host.Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Uploads(params (string Name, string Type, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        var activity = new StringContent(new JsonObject
        {
            ["type"] = "message",
            ["text"] = "photo",
            ["attachments"] = new JsonArray([.. files.Select(file => new JsonObject { ["contentType"] = file.Type, ["name"] = file.Name })]),
        }.ToJsonString());
        activity.Headers.ContentType = MediaTypeHeaderValue.Parse("application/vnd.microsoft.activity");
        form.Add(activity, "activity");
        foreach (var (name, type, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            form.Add(part, "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"directline/conversations/{Conversation}/upload") { Content = form };
        request.Headers.Authorization = new("Bearer", Token);
        return await host.Http.SendAsync(request);
    }

    public async Task<ChatStream> Listen()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl), CancellationToken.None);
        return new(socket);
    }

    public static async Task<JsonObject> Json(HttpResponseMessage response) => JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!.AsObject();
}

/// <summary>The socket of one column.</summary>
internal sealed class ChatStream(ClientWebSocket socket) : IAsyncDisposable
{
    private readonly Queue<JsonObject> waiting = new();

    public string Watermark { get; private set; } = "";

    public ClientWebSocket Socket => socket;

    /// <summary>The next activity that arrives and fits; others are passed over.</summary>
    public async Task<JsonObject> Gets(Func<JsonObject, bool>? wanted = null)
    {
        while (true)
        {
            while (waiting.TryDequeue(out var activity))
            {
                if (wanted?.Invoke(activity) ?? true)
                {
                    return activity;
                }
            }

            await Read();
        }
    }

    public async Task Read()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var frame = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        var set = JsonNode.Parse(Encoding.UTF8.GetString(frame.ToArray()))!;
        Watermark = (string)set["watermark"]!;
        foreach (var activity in set["activities"]!.AsArray())
        {
            waiting.Enqueue(activity!.AsObject());
        }
    }

    public async Task Ping() => await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
