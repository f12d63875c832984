using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SiteBot.Endurance;

/// <summary>The real host as a process of its own, in local mode on a free port; it can be killed and started again on the same one.</summary>
internal sealed class HostProcess(IReadOnlyList<string> settings, string log) : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start(HttpClient http)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", Address, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(log)!,

            // A host that lives for a second or two need not be made fast: its code is compiled once.
            Environment = { ["DOTNET_TC_CallCountingDelayMs"] = "64" },
        })!;
        _ = Copy(_process.StandardOutput);
        _ = Copy(_process.StandardError);
        while (!await Answers(http))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{string.Join('\n', File.ReadLines(log).TakeLast(20))}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Runs a verb (a word or two) of the program. Words after a verb are not configuration: the settings go by the environment.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> Run(string verb, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"), .. verb.Split(' ')]) { RedirectStandardOutput = true };
        foreach (var setting in settings)
        {
            var value = setting.IndexOf('=', StringComparison.Ordinal);
            start.Environment["SITEBOT_" + setting[2..value].Replace(":", "__", StringComparison.Ordinal)] = setting[(value + 1)..];
        }

        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        _process?.Dispose();
    }

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(Address + "/health/live");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task Copy(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (log)
            {
                File.AppendAllText(log, line + "\n");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
