using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Workers;

/// <summary>Finds out soon after the start, and each day, whom an alarm would not reach, and says so: in the log, and to the administrators.</summary>
internal sealed partial class SelfTest(IAddressBook addresses, ILedger ledger, IWorkplace workplace, IBusinessClock clock, TimeProvider machine, ILogger<SelfTest> log)
    : PacedWork(TimeSpan.FromSeconds(10), TimeSpan.FromDays(1), machine, log)
{
    /// <inheritdoc />
    public override async Task Once(CancellationToken stopping)
    {
        var directory = workplace.Current.Directory;
        var unreached = new List<Recipient>();
        foreach (var wanted in ReachTest.Wanted(directory))
        {
            if (await addresses.Of(wanted, stopping) is null)
            {
                Unreached(log, wanted);
                unreached.Add(wanted);
            }
        }

        if (unreached.Count > 0)
        {
            await ledger.Commit(new Commit { Outgoing = ReachTest.Tell(directory, unreached, clock.Now) });
        }
    }

    [LoggerMessage(LogLevel.Warning, "There is no way to {Recipient} yet: an alarm would not reach there.")]
    private static partial void Unreached(ILogger log, Recipient recipient);
}
