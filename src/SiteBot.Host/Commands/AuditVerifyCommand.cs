using SiteBot.Ledger;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot audit verify</c>: walks every chain of facts and finds any edit, deletion or reordering.</summary>
internal static class AuditVerifyCommand
{
    private const int Broken = 1;

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("audit verify", "Walks every chain of facts and names each edit, deletion or reordering.")
    {
        TakesSettings = true,
        Details = "Prints the head over all streams: one that was noted on a day shows later that nothing of that day was cut off.\nExit codes: 0 every chain holds, 1 something is wrong.",
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store.Archive)),
    };

    private static async ValueTask<int> Run(Call call, ILedgerArchive archive)
    {
        var report = await ChainAudit.Of(archive, CancellationToken.None);
        var output = call.Terminal.Out;
        foreach (var fault in report.Faults)
        {
            output.WriteLine($"{fault.Stream} fact {fault.Sequence}: {Said(fault.Kind)}{(fault.Detail is null ? "" : $" ({fault.Detail})")}.");
        }

        output.WriteLine($"{report.Streams} streams, {report.Facts} facts: {(report.Holds ? "every chain holds" : $"{report.Faults.Length} faults")}.");
        output.WriteLine($"head {report.Head}");
        return report.Holds ? ExitCode.Done : Broken;
    }

    private static string Said(ChainFaultKind kind) => kind switch
    {
        ChainFaultKind.SequenceGap => "a fact before it is missing, or two stand in each other's place",
        ChainFaultKind.HashDiffers => "it or a fact before it was changed",
        ChainFaultKind.PrivateValueDiffers => "a private value is not the one that was told",
        ChainFaultKind.PrivateValuesMismatch => "a private value is gone or was added",
        ChainFaultKind.VersionDiffers => "the stream ends before or after the version that its head names",
        ChainFaultKind.HeadDiffers => "the stream's head names another hash",
        _ => kind.ToString(),
    };
}
