using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Outbox;

namespace SiteBot.ManagersTab;

/// <summary>Whom an alarm would not reach. Each of them is looked up by itself, so the answer is kept for a minute of the machine's time.</summary>
internal sealed class Unreached(IAddressBook addresses, TimeProvider machine)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ImmutableArray<Recipient> _known = [];
    private CompanyDirectory? _of;
    private long _at;

    /// <summary>Those without a way to them.</summary>
    public async ValueTask<ImmutableArray<Recipient>> Of(CompanyDirectory directory, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!ReferenceEquals(_of, directory) || machine.GetElapsedTime(_at) >= _fresh)
            {
                var unreached = ImmutableArray.CreateBuilder<Recipient>();
                foreach (var wanted in ReachTest.Wanted(directory))
                {
                    if (await addresses.Of(wanted, cancellation) is null)
                    {
                        unreached.Add(wanted);
                    }
                }

                (_known, _of, _at) = (unreached.DrainToImmutable(), directory, machine.GetTimestamp());
            }

            return _known;
        }
        finally
        {
            _turn.Release();
        }
    }
}
