using System.Diagnostics;

namespace SiteBot.Load;

/// <summary>The gate by batch: the command line with many facts, and with one so that the start can be told from the decisions.</summary>
internal static class GateBatch
{
    private const int Lines = 20_000;

    // An upgrade touches most checks; no two lines are the same.
    private static string Facts(int number) =>
        $$$$"""{"now":"2026-03-10T23:{{{{number % 60:00}}}}:00+08:00","evidence":{"backup":{"at":"2026-03-10T22:00:00+08:00","location":"disk","verified":true,"equipment":"MSC-1"},"rollback":{"ready":true,"minutes":30},"documents_read":{"confirmed":true},"version_released":{"status":"released","version":"V3.08.21"},"customer_consent":{"decision":"approved","written":true,"by":"Zhang","at":"2026-03-10T20:00:00+08:00","scope":{"kind":"upgrade","equipment":"MSC-1","targetVersion":"V3.08.21","from":"2026-03-11T00:00:00+08:00","to":"2026-03-11T06:00:00+08:00"}}},"site":{"id":"S-{{{{number}}}}","timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade","equipment":"MSC-1","targetVersion":"V3.08.21","durationMinutes":120,"engineerIsSure":true}}""";

    /// <summary>Runs both.</summary>
    /// <param name="host">The host's program.</param>
    /// <param name="folder">Where the facts are written.</param>
    public static async Task<GateFigures> Run(string host, string folder)
    {
        var start = await Timed(host, Path.Combine(folder, "one.jsonl"), 1);
        return new GateFigures(Lines, await Timed(host, Path.Combine(folder, "many.jsonl"), Lines), start);
    }

    private static async Task<double> Timed(string host, string file, int lines)
    {
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, lines).Select(Facts));
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(HostProcess.Words(host, ["gate", "--batch", file]))!;
        var verdicts = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            verdicts += line.StartsWith("""{"verdict":""", StringComparison.Ordinal) ? 1 : 0;
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 && verdicts == lines
            ? Stopwatch.GetElapsedTime(began).TotalSeconds
            : throw new InvalidOperationException($"The gate gave {verdicts} verdicts for {lines} lines and ended with {process.ExitCode}.");
    }
}
