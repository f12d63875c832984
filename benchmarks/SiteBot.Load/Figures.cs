using System.Diagnostics;
using System.Globalization;

namespace SiteBot.Load;

/// <summary>What one kind of turn came to.</summary>
/// <param name="Turns">How many turns were answered.</param>
/// <param name="Seconds">In how many seconds.</param>
/// <param name="P50">The median, in milliseconds.</param>
/// <param name="P95">Of 100 turns 95 took no longer, in milliseconds.</param>
/// <param name="P99">Of 100 turns 99 took no longer, in milliseconds.</param>
/// <param name="Processor">Milliseconds of the server's processor time a turn.</param>
/// <param name="Allocated">Bytes that the server allocated a turn; null where nobody asked.</param>
/// <param name="Posts">Messages that the sink got a turn.</param>
internal sealed record TurnFigures(int Turns, double Seconds, double P50, double P95, double P99, double Processor, double? Allocated, double Posts)
{
    /// <summary>Turns a second.</summary>
    public double Rate => Turns / Seconds;

    /// <summary>Of the turns' times.</summary>
    /// <param name="latencies">In ticks of the stopwatch; at least one.</param>
    /// <param name="spent">What all of it took.</param>
    public static TurnFigures Of(IEnumerable<long> latencies, Spent spent)
    {
        var sorted = latencies.Order().ToArray();
        return new TurnFigures(
            sorted.Length, spent.Seconds, At(0.50), At(0.95), At(0.99), spent.Processor.TotalMilliseconds / sorted.Length, (double?)spent.Allocated / sorted.Length, (double)spent.Posts / sorted.Length);

        double At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)] * 1000.0 / Stopwatch.Frequency;
    }
}

/// <summary>What some turns took together, at the server and at the sink.</summary>
/// <param name="Seconds">How long.</param>
/// <param name="Processor">The server's processor time.</param>
/// <param name="Allocated">Bytes that the server allocated, or null.</param>
/// <param name="Posts">What the sink got.</param>
internal sealed record Spent(double Seconds, TimeSpan Processor, long? Allocated, long Posts)
{
    /// <summary>Begins to count.</summary>
    /// <returns>Ends counting.</returns>
    public static Func<Spent> Begin(HostProcess server, Sink sink)
    {
        var (began, processor, allocated, posts) = (Stopwatch.GetTimestamp(), server.Processor, server.Allocated, sink.Posts);
        return () => new Spent(Stopwatch.GetElapsedTime(began).TotalSeconds, server.Processor - processor, server.Allocated - allocated, sink.Posts - posts);
    }
}

/// <summary>What a whole run came to.</summary>
/// <param name="Seconds">How long each kind of turn was measured.</param>
/// <param name="Conversations">How many conversations at a time.</param>
/// <param name="Floor">The bare floor.</param>
/// <param name="Help">The turn that asks for help.</param>
/// <param name="Upgrade">The turn that asks for a decision on a visit.</param>
/// <param name="Visit">The turns of whole visits.</param>
/// <param name="TurnsAVisit">How many turns a whole visit is.</param>
/// <param name="AskFloor">The bare floor, one turn at a time.</param>
/// <param name="Ask">Questions about the code of conduct, one at a time.</param>
/// <param name="Starts">From process start to first answered turn, in milliseconds, each on a new store, in rising order.</param>
/// <param name="MemoryAfterThousand">Resident memory after a thousand turns, in MB.</param>
/// <param name="MemoryAtEnd">Resident memory after all turns, in MB.</param>
/// <param name="Gate">The gate by batch.</param>
internal sealed record RunFigures(
    int Seconds, int Conversations, TurnFigures Floor, TurnFigures Help, TurnFigures Upgrade, TurnFigures Visit, int TurnsAVisit, TurnFigures AskFloor, TurnFigures Ask,
    IReadOnlyList<double> Starts, double MemoryAfterThousand, double MemoryAtEnd, GateFigures Gate);

/// <summary>What a batch of the gate came to.</summary>
/// <param name="Lines">How many decisions.</param>
/// <param name="Seconds">The whole process, its start included.</param>
/// <param name="SecondsOfStart">The same process with one line.</param>
internal sealed record GateFigures(int Lines, double Seconds, double SecondsOfStart)
{
    /// <summary>Decisions a second once the process has started.</summary>
    public double Rate => Lines / Math.Max(Seconds - SecondsOfStart, 0.001);
}

/// <summary>A part of a turn measured by itself.</summary>
/// <param name="Name">What.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record Part(string Name, double Nanoseconds, double Bytes)
{
    /// <summary>Reads a line of SiteBot.Micro's: name, nanoseconds and bytes, with tabs between.</summary>
    public static Part Read(string line) => line.Split('\t') is [var name, var nanoseconds, var bytes]
        ? new Part(name, double.Parse(nanoseconds, CultureInfo.InvariantCulture), double.Parse(bytes, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{line}' is no part of a turn.");
}
