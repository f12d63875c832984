using System.Net;
using System.Net.Sockets;

namespace SiteBot.Teams.Uploads;

/// <summary>Connects to a name only where every address behind it may be connected to, and to exactly the address that was looked at: a name cannot change its mind in between.</summary>
/// <param name="lookUp">Finds a name's addresses.</param>
/// <param name="mayConnect">Whether an address may be connected to.</param>
internal sealed class GuardedConnection(Func<string, CancellationToken, Task<IPAddress[]>> lookUp, Func<IPAddress, bool> mayConnect)
{
    /// <summary>A client that follows nothing, keeps nothing, asks no proxy.</summary>
    public HttpClient Client(Action<SocketsHttpHandler>? more = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = Connect,
        };
        more?.Invoke(handler);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await lookUp(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        if (addresses.Length == 0 || !addresses.All(mayConnect))
        {
            throw new IOException($"Nothing is fetched from {context.DnsEndPoint.Host}: an address behind it may not be connected to.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
