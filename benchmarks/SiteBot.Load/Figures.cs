using System.Diagnostics;

namespace SiteBot.Load;

/// <summary>What one kind of turn came to.</summary>
/// <param name="Turns">How many turns were answered.</param>
/// <param name="Seconds">In how many seconds.</param>
/// <param name="P50">The median, in milliseconds.</param>
/// <param name="P95">Of 100 turns 95 took no longer, in milliseconds.</param>
/// <param name="P99">Of 100 turns 99 took no longer, in milliseconds.</param>
/// <param name="Processor">Milliseconds of the server's processor time a turn.</param>
/// <param name="Posts">Messages that the sink got a turn.</param>
internal sealed record TurnFigures(int Turns, double Seconds, double P50, double P95, double P99, double Processor, double Posts)
{
    /// <summary>Turns a second.</summary>
    public double Rate => Turns / Seconds;

    /// <summary>Of the turns' times.</summary>
    /// <param name="latencies">In ticks of the stopwatch; at least one.</param>
    /// <param name="seconds">How long all of it took.</param>
    /// <param name="processor">The server's processor time meanwhile.</param>
    /// <param name="posts">What the sink got meanwhile.</param>
    public static TurnFigures Of(IEnumerable<long> latencies, double seconds, TimeSpan processor, long posts)
    {
        var sorted = latencies.Order().ToArray();
        return new TurnFigures(
            sorted.Length, seconds, At(0.50), At(0.95), At(0.99), processor.TotalMilliseconds / sorted.Length, (double)posts / sorted.Length);

        double At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)] * 1000.0 / Stopwatch.Frequency;
    }
}

/// <summary>What a whole run came to.</summary>
/// <param name="Seconds">How long each kind of turn was measured.</param>
/// <param name="Conversations">How many conversations at a time.</param>
/// <param name="Floor">The bare floor.</param>
/// <param name="Help">The turn that asks for help.</param>
/// <param name="Upgrade">The turn that asks for a decision on the sample's visit.</param>
/// <param name="Starts">From process start to first answered turn, in milliseconds, each on a new store, in rising order.</param>
/// <param name="MemoryAfterThousand">Resident memory after a thousand turns, in MB.</param>
/// <param name="MemoryAtEnd">Resident memory after all turns, in MB.</param>
/// <param name="Gate">The gate by batch.</param>
internal sealed record RunFigures(
    int Seconds, int Conversations, TurnFigures Floor, TurnFigures Help, TurnFigures Upgrade, IReadOnlyList<double> Starts, double MemoryAfterThousand, double MemoryAtEnd, GateFigures Gate);

/// <summary>What a batch of the gate came to.</summary>
/// <param name="Lines">How many decisions.</param>
/// <param name="Seconds">The whole process, its start included.</param>
/// <param name="SecondsOfStart">The same process with one line.</param>
internal sealed record GateFigures(int Lines, double Seconds, double SecondsOfStart)
{
    /// <summary>Decisions a second once the process has started.</summary>
    public double Rate => Lines / Math.Max(Seconds - SecondsOfStart, 0.001);
}
