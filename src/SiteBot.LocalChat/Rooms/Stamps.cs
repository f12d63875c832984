namespace SiteBot.LocalChat.Rooms;

/// <summary>
/// Numbers that only rise: ids of activities and places in a stream. They are milliseconds since 1970, as Teams' message ids are, so a
/// restarted host goes on above all that it gave out before: no id is used twice, and a page's old watermark misses nothing new.
/// </summary>
internal sealed class Stamps(TimeProvider machineTime)
{
    private readonly Lock gate = new();
    private long last;

    public long Next()
    {
        lock (gate)
        {
            return last = Math.Max(last + 1, machineTime.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    /// <summary>A client's watermark as a place in the stream: what cannot be one of ours means "from the beginning".</summary>
    public long Read(string? watermark)
    {
        lock (gate)
        {
            return long.TryParse(watermark, out var stamp) && stamp >= 0 && stamp <= last ? stamp : 0;
        }
    }
}
