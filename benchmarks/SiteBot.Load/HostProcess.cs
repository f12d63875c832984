using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SiteBot.Load;

/// <summary>A program that serves on loopback as a process of its own, with what the system says of its processor time and memory.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    // What Linux shows in /proc: hundredths of a second, on every machine that .NET runs on.
    private const double TicksASecond = 100;
    private readonly Process _process;
    private readonly long _began;
    private readonly string? _allocation;

    private HostProcess(Process process, string address, long began, string? allocation) => (_process, Address, _began, _allocation) = (process, address, began, allocation);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Processor time so far, in user and in system mode.</summary>
    public TimeSpan Processor
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            // The name stands in brackets and may hold blanks; what follows it are the fields from the third on.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksASecond);
        }
    }

    /// <summary>Resident memory, in MB of a million bytes.</summary>
    public double Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024 / 1e6;
        }
    }

    /// <summary>Bytes allocated so far; null where the process was not started to tell.</summary>
    public long? Allocated => _allocation is null ? null : StartupHook.Ask(_allocation);

    /// <summary>Starts a program; it need not listen yet.</summary>
    /// <param name="program">The program: its file, or the library that <c>dotnet</c> runs.</param>
    /// <param name="words">Its words, without the address.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="telling">Whether it is to tell what it allocates, by a thread of ours inside it.</param>
    public static HostProcess Start(string program, IEnumerable<string> words, string folder, bool telling = false)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = Words(program, [.. words, "--urls=" + address]);
        start.RedirectStandardError = true;
        start.WorkingDirectory = folder;
        var allocation = telling ? Path.Combine(folder, $"allocation-{FreePort()}") : null;
        if (allocation is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(HostProcess).Assembly.Location;
            start.Environment[StartupHook.Variable] = allocation;
        }

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return new HostProcess(process, address, began, allocation);
    }

    /// <summary>How a program is started whose output is read.</summary>
    /// <param name="program">Its file, or the library that <c>dotnet</c> runs.</param>
    /// <param name="words">Its words.</param>
    public static ProcessStartInfo Words(string program, IEnumerable<string> words) => program.EndsWith(".dll", StringComparison.Ordinal)
        ? new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true }
        : new ProcessStartInfo(program, words) { RedirectStandardOutput = true };

    /// <summary>Takes the first turn as soon as the process listens.</summary>
    /// <returns>From the start of the process to the answer.</returns>
    public async Task<TimeSpan> FirstTurn(Conversation conversation, string text)
    {
        while (true)
        {
            try
            {
                await conversation.Say(Address, text);
                return Stopwatch.GetElapsedTime(_began);
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(_began) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(5);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
