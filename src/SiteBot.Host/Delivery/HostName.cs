using System.Diagnostics;
using System.Globalization;

namespace SiteBot.Host.Delivery;

/// <summary>Who a host is in leases and among the hosts of its store: unique for each run. It says where the run's process lives, so that one of the same place knows when it is no more.</summary>
/// <param name="Value">The name: the machine's, the place where its process ids count, the process id, and chance.</param>
internal sealed record HostName(string Value)
{
    private static readonly string Place = PlaceOfProcesses();

    /// <summary>A name that no other run has.</summary>
    public static HostName OfThisRun() => Of(Environment.ProcessId);

    /// <summary>True only where it is certain that the host of that name runs no more: its process id counts where this host's does, and no process bears it.</summary>
    public static bool IsGone(string name) =>
        Place.Length > 0 && name.Split('/') is [_, var place, var number, _] && place == Place
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !Runs(process);

    internal static HostName Of(int process) => new($"{Environment.MachineName.Replace('/', '-')}/{Place}/{process}/{Guid.NewGuid().ToString("N")[..8]}");

    private static bool Runs(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception unseen) when (unseen is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    // Names of machines may be given twice, and containers count processes each for itself: what Linux calls this run of the kernel, and this counting of processes, is given once.
    // Elsewhere nothing is certain, and a host that is gone is missed after some beats.
    private static string PlaceOfProcesses()
    {
        try
        {
            return OperatingSystem.IsLinux() && new FileInfo("/proc/self/ns/pid").LinkTarget is { } counting
                ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}:{string.Concat(counting.Where(char.IsAsciiDigit))}"
                : "";
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
