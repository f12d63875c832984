using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;

/// <summary>Runs inside the measured process before its own program (DOTNET_STARTUP_HOOKS) and tells, whenever asked by a socket, how many bytes it has allocated so far. The product knows nothing of it.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name, outside any namespace.")]
internal static class StartupHook
{
    /// <summary>Where the socket stands is told by this variable.</summary>
    public const string Variable = "SITEBOT_LOAD_ALLOCATION";

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }

        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() =>
        {
            while (true)
            {
                using var asked = listener.Accept();
                asked.Send(System.Text.Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes(precise: false).ToString(CultureInfo.InvariantCulture)));
            }
        })
        { IsBackground = true, Name = "load allocation" }.Start();
    }

    /// <summary>Asks the process that listens at a path.</summary>
    public static long Ask(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        Span<byte> answer = stackalloc byte[32];
        var length = socket.Receive(answer);
        return long.Parse(answer[..length], CultureInfo.InvariantCulture);
    }
}
