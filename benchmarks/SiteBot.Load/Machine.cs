using System.Globalization;
using System.Runtime.InteropServices;

namespace SiteBot.Load;

/// <summary>Where and when a run was made.</summary>
/// <param name="At">When it began.</param>
/// <param name="Processor">The processor's name and how many cores.</param>
/// <param name="MemoryGigabytes">Its memory.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Load">The load average of the minute before the run: what else was at work.</param>
internal sealed record Machine(DateTimeOffset At, string Processor, double MemoryGigabytes, string System, string Runtime, string Load)
{
    /// <summary>This machine, now.</summary>
    public static Machine Read(DateTimeOffset now)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return new Machine(
            now,
            $"{model}, {Environment.ProcessorCount} cores",
            double.Parse(memory, CultureInfo.InvariantCulture) * 1024 / 1e9,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            File.ReadAllText("/proc/loadavg").Split(' ')[0]);
    }
}
