using System.Net.WebSockets;
using System.Text.Json;
using SiteBot.LocalChat.Bot;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>The socket of one open column: what its watermark missed, then everything as it comes. What the client sends are pings.</summary>
internal sealed class Stream(DirectLineEndpoints directLine, LocalChatOptions options, RoomBook rooms, Stamps stamps, View view, Turns turns, IHostApplicationLifetime lifetime)
{
    public async Task Serve(HttpContext context, string id, string? t, string? watermark)
    {
        var pass = directLine.Pass(t, id);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw Refused.Bad("This address is a WebSocket.");
        }

        using var watch = rooms.Of(pass.Place).Watch(stamps.Read(watermark));
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var pings = Pings(socket, ended);
        try
        {
            await Send(socket, pass, watch, ended.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The reader left or the host stops; the page comes back with its watermark.
        }

        await Close(socket, pings);
    }

    private async Task Send(WebSocket socket, Pass pass, Watch watch, CancellationToken cancellation)
    {
        await Send(socket, pass, watch.Backlog, watch.Stamp, cancellation);
        await foreach (var post in watch.Live.ReadAllAsync(cancellation))
        {
            await Send(socket, pass, [post], post.Stamp, cancellation);
        }
    }

    private async Task Send(WebSocket socket, Pass pass, IReadOnlyList<Post> posts, long stamp, CancellationToken cancellation)
    {
        var room = rooms.Of(pass.Place);
        var frame = DirectLineEndpoints.Frame(posts.Select(post => view.Of(post, pass.Place, room, pass.Person)), stamp);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        foreach (var post in posts.Where(post => post.Author is null))
        {
            Refresh(room, pass, post);
        }
    }

    /// <summary>A card that is shown to somebody whom its refresh names is asked for that person's own view, as Teams does.</summary>
    private void Refresh(Room room, Pass pass, Post post)
    {
        foreach (var (card, action) in CardRefresh.For(post, pass.Person, options.People(), options.Now()))
        {
            if (room.ClaimRefresh(post, pass.Person.Id))
            {
                turns.Begin(turn => turn.Refresh(pass.Person, pass.Place.In(post.Thread), card, action));
            }
        }
    }

    /// <summary>Reads until the reader closes. Not cancelled when the host stops: that would cut the socket instead of closing it.</summary>
    private static async Task Pings(WebSocket socket, CancellationTokenSource ended)
    {
        var scrap = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(scrap.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // Ends below like a close.
        }

        await ended.CancelAsync();
    }

    private static async Task Close(WebSocket socket, Task pings)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
            await pings.WaitAsync(patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
            await pings;
        }
    }
}
