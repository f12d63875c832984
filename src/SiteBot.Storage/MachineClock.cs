using NodaTime;

namespace SiteBot.Storage;

/// <summary>How far the database's clock is read ahead of what it says; zero save in a test that does not want to wait for a lease to end.</summary>
internal sealed class MachineClock
{
    private long _ahead;

    public long Ahead => Volatile.Read(ref _ahead);

    public void Forward(Duration by) => Interlocked.Add(ref _ahead, (long)(by.TotalNanoseconds / 1000));
}
