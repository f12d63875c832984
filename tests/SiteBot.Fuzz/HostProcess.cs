using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SiteBot.Fuzz;

/// <summary>The product's own host as a process, in local mode over a store of its own, gone when this is disposed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _troubles = new();

    private HostProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Lines of its log that tell of something broken.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>What it holds of memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="program">SiteBot.Host.dll.</param>
    /// <param name="patience">How long that may take.</param>
    public static async Task<HostProcess> Start(string program, TimeSpan patience)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-fuzz").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [program, $"--urls={address.GetLeftPart(UriPartial.Authority)}", $"--Storage:Path={Path.Combine(folder, "sitebot.db")}", "--Local:Sample=true"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_gcServer"] = "0";
        var host = new HostProcess(Process.Start(start)!, folder, address);
        host._process.OutputDataReceived += (_, line) => host.Hear(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Hear(line.Data);
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        await host.Ready(patience);
        return host;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private async Task Ready(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("The host ended at once:\n" + string.Join('\n', _troubles));
            }

            try
            {
                using var answer = await client.GetAsync("/health/ready", limit.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    // Log lines begin with their level, in one of two forms.
    private void Hear(string? line)
    {
        if (line is not null && (line.Contains("fail", StringComparison.OrdinalIgnoreCase) || line.Contains("crit", StringComparison.OrdinalIgnoreCase)
            || line.Contains("Unhandled", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal) || line.Contains("\"Error\"", StringComparison.Ordinal)))
        {
            _troubles.Enqueue(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
