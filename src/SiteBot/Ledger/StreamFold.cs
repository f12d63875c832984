using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SiteBot.Ledger;

/// <summary>How one sort of stream is folded into its state: from the snapshot where there is one of today's shape, else from the beginning, and the facts since.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="json">How the state is kept.</param>
/// <param name="begin">The state of a stream without facts.</param>
/// <param name="version">How many facts a state has folded.</param>
/// <param name="after">The state after one more fact; it throws <see cref="UnknownFactException"/> where this host does not know the fact's kind.</param>
public sealed class StreamFold<TState>(JsonTypeInfo<TState> json, Func<StreamId, TState> begin, Func<TState, long> version, Func<TState, RecordedFact, TState> after)
    where TState : class
{
    /// <summary>The state of a stream that was read.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public TState Read(StreamView view)
    {
        var state = view.Snapshot is { Shape: Snapshot.ShapeNow } kept ? JsonSerializer.Deserialize(kept.Json, json)! : begin(view.Stream);
        foreach (var recorded in view.Since)
        {
            if (recorded.Sequence > version(state))
            {
                state = after(state, recorded);
            }
        }

        return state;
    }

    /// <summary>The snapshot to keep with the facts that made <paramref name="state"/>.</summary>
    public Snapshot Keep(TState state) => new(version(state), Snapshot.ShapeNow, JsonSerializer.Serialize(state, json));
}
