using System.Collections.Concurrent;
using SiteBot.Ledger;
using SiteBot.Standing;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>
/// The visits that were read last, and what holds for everybody: turns about a visit follow each other, and reading one costs more than the rest of a short turn.
/// The store decides each time which version counts, and whether it may be recalled; only its reading is saved.
/// </summary>
internal sealed class StreamMemory
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, Remembered> remembered = new(StringComparer.Ordinal);

    /// <summary>For <see cref="LedgerQuery.Recall"/>: the state of a stream as of a version, or null.</summary>
    public object? Recall(StreamId stream, long version) =>
        remembered.TryGetValue(stream.Value, out var known) && known.Version == version ? known.State : null;

    /// <summary>The visit of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public Visit? Visit(StreamView view) => Read(view, VisitStream.Read);

    /// <summary>What holds for everybody, likewise.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public StandingFacts Standing(StreamView view) => Read(view, StandingStream.Read)!;

    private T? Read<T>(StreamView view, Func<StreamView, T?> fold)
        where T : class
    {
        if (view.Recalled is T recalled)
        {
            return recalled;
        }

        if (view.Snapshot is not { Shape: Snapshot.ShapeNow } snapshot || !view.Since.IsEmpty)
        {
            return fold(view);
        }

        // A ledger that does not ask brings the text: the same text is the same state.
        if (remembered.TryGetValue(view.Stream.Value, out var known) && known.Snapshot == snapshot.Json && known.State is T same)
        {
            return same;
        }

        var read = fold(view);
        if (read is not null)
        {
            if (remembered.Count >= Most)
            {
                remembered.Clear();
            }

            remembered[view.Stream.Value] = new Remembered(view.Version, snapshot.Json, read);
        }

        return read;
    }

    private sealed record Remembered(long Version, string Snapshot, object State);
}
