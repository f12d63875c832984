using System.Collections.Immutable;

namespace SiteBot.Ledger;

/// <summary>A stream's state, folded up to a version, so that a turn need not read the whole stream.</summary>
/// <param name="Version">The sequence of the last fact folded in.</param>
/// <param name="Shape">The version of the fold that wrote it; a host that folds otherwise ignores it and reads the facts.</param>
/// <param name="Json">The state.</param>
public sealed record Snapshot(long Version, int Shape, string Json)
{
    /// <summary>The shape that this program's folds write, one for all kinds of streams, since a turn reads several kinds in its one read. Raise it whenever any fold changes
    /// what it makes of the same facts.</summary>
    public const int ShapeNow = 7;
}

/// <summary>One stream as a read found it.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Version">The sequence of its last fact; 0 for a stream that has none.</param>
/// <param name="Snapshot">The snapshot of the asked shape, or null.</param>
/// <param name="Since">The facts after the snapshot (all facts where there is none), in order.</param>
public sealed record StreamView(StreamId Stream, long Version, Snapshot? Snapshot, ImmutableArray<RecordedFact> Since)
{
    /// <summary>What the caller still had of this version, as <see cref="LedgerQuery.Recall"/> gave it; then the snapshot is null and no fact is brought. Null else.</summary>
    public object? Recalled { get; init; }
}

/// <summary>A conversation's dialog state. It holds no truth: where it is lost, the first open step is asked again.</summary>
/// <param name="Version">Counts the writes; 0 where none was.</param>
/// <param name="Json">The state, or null where there is none.</param>
public sealed record DialogView(long Version, string? Json);

/// <summary>What a turn asks for in its one read.</summary>
/// <param name="Conversation">The key of the conversation whose dialog state is wanted, or null.</param>
/// <param name="Activity">The key of the incoming activity, to find out whether it was handled before, or null.</param>
/// <param name="Streams">The streams wanted by name.</param>
/// <param name="Labels">Every stream that carries one of these labels now is wanted too.</param>
/// <param name="Shape">The shape of snapshots that the caller can read.</param>
public sealed record LedgerQuery(
    string? Conversation,
    string? Activity,
    ImmutableArray<StreamId> Streams,
    ImmutableArray<string> Labels,
    int Shape)
{
    /// <summary>
    /// What the caller still has of a stream up to a version, or null where it has nothing; null for a caller that keeps nothing. It is asked only where the snapshot
    /// stands at the stream's version: where private values were blanked since, there is none, and the facts are brought. A ledger need not ask.
    /// </summary>
    public Func<StreamId, long, object?>? Recall { get; init; }
}

/// <summary>What the one read found.</summary>
/// <param name="Repeated">The recorded outcome where this activity was handled before; then the rest may be empty.</param>
/// <param name="Dialog">The conversation's dialog state.</param>
/// <param name="Streams">The asked streams, each once; a stream named in the query that has no facts stands with version 0.</param>
public sealed record LedgerView(TurnOutcome? Repeated, DialogView Dialog, ImmutableArray<StreamView> Streams);

/// <summary>What a handled activity led to, kept so that a repeated one renders the same answer again.</summary>
/// <param name="Activity">The key of the activity: channel, conversation and id.</param>
/// <param name="Answer">What was answered, as JSON of the channel's own making.</param>
public sealed record TurnOutcome(string Activity, string Answer);
