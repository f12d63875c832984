using System.Collections.Concurrent;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>The visits that were read last, by the very text of their snapshots: turns about a visit follow each other, and reading one costs more than the rest of a short turn.
/// What the store holds decides each time; only its reading is saved.</summary>
internal sealed class VisitMemory
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, (string Snapshot, Visit Visit)> remembered = new(StringComparer.Ordinal);

    /// <summary>The visit of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public Visit? Read(StreamView view)
    {
        if (view.Snapshot is not { Shape: Snapshot.ShapeNow } snapshot || !view.Since.IsEmpty)
        {
            return VisitStream.Read(view);
        }

        if (remembered.TryGetValue(view.Stream.Value, out var known) && known.Snapshot == snapshot.Json)
        {
            return known.Visit;
        }

        var visit = VisitStream.Read(view);
        if (visit is not null)
        {
            if (remembered.Count >= Most)
            {
                remembered.Clear();
            }

            remembered[view.Stream.Value] = (snapshot.Json, visit);
        }

        return visit;
    }
}
