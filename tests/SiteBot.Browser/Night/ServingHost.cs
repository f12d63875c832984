using System.Diagnostics;

namespace SiteBot.Browser.Night;

/// <summary>SiteBot as a newcomer starts it: a process in local mode, with the sample and a store of its own; the demo clock stands still. With a registration among the
/// settings it is one in Teams.</summary>
internal sealed class ServingHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly string _folder;

    private ServingHost(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits for the address that it prints.</summary>
    public static async Task<ServingHost> Start(params IReadOnlyList<string> settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-night-").FullName;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Repository.At($"src/SiteBot.Host/bin/{configuration}/net10.0/SiteBot.Host.dll"),
                "--urls=http://127.0.0.1:0", $"--Storage:Path={Path.Combine(folder, "night.db")}",
            },
        };
        foreach (var setting in settings.Any(one => one.StartsWith("--MicrosoftApp", StringComparison.Ordinal)) ? settings : [.. settings, "--Clock:Frozen=true"])
        {
            start.ArgumentList.Add(setting);
        }

        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("Bot endpoint:", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new ServingHost(process, folder, new Uri(new Uri(line[(line.IndexOf(':') + 1)..].Trim()), "/"));
            }
        }

        throw new InvalidOperationException("The host ended before it said where it listens.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }
}
