using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Host.Workplaces;

/// <summary>Looks at the directory file every second, and for procedures that another host has brought. A refused directory is logged with every fault, and the
/// administrators are told.</summary>
internal sealed partial class DirectoryWatch(
    WorkplaceKeeper keeper, ProcedureVersions versions, ILedger ledger, IBusinessClock clock, TimeProvider machine, ILogger<DirectoryWatch> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>One look, and what follows from it.</summary>
    public async Task Look()
    {
        switch (keeper.Look())
        {
            case DirectoryLook.TakenOver:
                TakenOver(log, keeper.DirectoryPath, keeper.Current.Directory.ContentHash);
                break;
            case DirectoryLook.Refused refused:
                Refused(log, keeper.DirectoryPath, string.Join(Environment.NewLine, refused.Faults));
                await ledger.Commit(new Commit
                {
                    Outgoing = DirectoryRefused.Tell(keeper.Current.Directory, keeper.DirectoryPath, refused.Faults, refused.Content, clock.Now),
                });
                break;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Tried(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task Tried(CancellationToken stopping)
    {
        try
        {
            await Look();
            await versions.Refresh(keeper.Current.Procedures, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "The directory file {File} changed and is in force now, version {Version}.")]
    private static partial void TakenOver(ILogger log, string file, string version);

    [LoggerMessage(LogLevel.Error, "The directory file {File} changed and is refused; the one before stays in force.\n{Faults}")]
    private static partial void Refused(ILogger log, string file, string faults);

    [LoggerMessage(LogLevel.Error, "The directory file could not be looked after.")]
    private static partial void Failed(ILogger log, Exception failure);
}
