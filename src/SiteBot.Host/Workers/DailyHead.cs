using SiteBot.Ledger;

namespace SiteBot.Host.Workers;

/// <summary>Posts the head over all streams to each regional office's channel, once on each of its days.</summary>
internal sealed class DailyHead(ILedger ledger, ILedgerArchive archive, IWorkplace workplace, IBusinessClock clock, TimeProvider machine, ILogger<DailyHead> log)
    : PacedWork(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15), machine, log)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task Once(CancellationToken stopping)
    {
        var now = clock.Now;
        var due = AuditHead.Due(workplace.Current.Directory, now).Where(one => !_told.Contains($"{one.Office.Id} {one.Day}")).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var head = await ChainAudit.Head(archive, stopping);
        await ledger.Commit(new Commit { Outgoing = [.. due.Select(one => AuditHead.Tell(one.Office, one.Day, head, now))] });
        _told.UnionWith(due.Select(one => $"{one.Office.Id} {one.Day}"));
    }
}
