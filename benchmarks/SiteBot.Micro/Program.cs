using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SiteBot.Micro;

// A short job in this very process: a job of its own would have BenchmarkDotNet build and restore a project for each part.
// micro FILE writes one line a part: its description, nanoseconds and bytes, with tabs between.
if (args is not [var file])
{
    Console.Error.WriteLine("micro FILE    measures each part and writes FILE");
    return 64;
}

var job = Job.ShortRun.WithWarmupCount(4).WithIterationCount(5).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(ConsoleLogger.Unicode).AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "sitebot-micro")).WithOptions(ConfigOptions.DisableOptimizationsValidator);
var summary = BenchmarkRunner.Run<Parts>(config);
File.WriteAllLines(file, summary.Reports.Where(report => report.ResultStatistics is not null).Select(Line));
return summary.Reports.All(report => report.ResultStatistics is not null) ? 0 : 70;

static string Line(BenchmarkReport report) => string.Create(CultureInfo.InvariantCulture,
    $"{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')}\t{report.ResultStatistics!.Median:0}\t{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0}");
