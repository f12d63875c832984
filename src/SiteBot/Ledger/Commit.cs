using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Ledger;

/// <summary>What one turn wants kept: all of it or nothing, in one transaction.</summary>
public sealed record Commit
{
    /// <summary>A commit that keeps nothing; the ledger answers it without writing.</summary>
    public static Commit Nothing { get; } = new();

    /// <summary>Facts to append, at most one entry a stream.</summary>
    public ImmutableArray<StreamWrite> Streams { get; init; } = [];

    /// <summary>Decisions to record. They do not change a stream's version.</summary>
    public ImmutableArray<DecisionWrite> Decisions { get; init; } = [];

    /// <summary>Messages to somebody outside the turn. One whose key is known already is left out: it was asked for before.</summary>
    public ImmutableArray<OutgoingMessage> Outgoing { get; init; } = [];

    /// <summary>Messages that a stream owes from now on: what was planned for the stream and is not yet claimed is replaced by these.
    /// One whose key is still waiting takes the new due time and words.</summary>
    public ImmutableArray<PlanWrite> Plans { get; init; } = [];

    /// <summary>The conversation's new dialog state, or null where it stays.</summary>
    public DialogWrite? Dialog { get; init; }

    /// <summary>Ways to reach people and channels that this turn learned.</summary>
    public ImmutableArray<Address> Addresses { get; init; } = [];

    /// <summary>Texts (procedure, standard, policy, directory) that a fact or decision names by content hash. One that is known already is left out.</summary>
    public ImmutableArray<KeptText> Texts { get; init; } = [];

    /// <summary>The handled activity, or null where the turn changed nothing.</summary>
    public TurnOutcome? Turn { get; init; }

    /// <summary>True where there is nothing to keep.</summary>
    public bool IsNothing =>
        Streams.IsEmpty && Decisions.IsEmpty && Outgoing.IsEmpty && Plans.IsEmpty && Dialog is null && Addresses.IsEmpty && Texts.IsEmpty && Turn is null;
}

/// <summary>Facts for one stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">The version that the decision was made on; 0 for a stream that must not exist yet. Another version is a conflict.</param>
/// <param name="Facts">At least one fact, in order.</param>
/// <param name="Snapshot">The state after them, or null; its version is <paramref name="ExpectedVersion"/> plus their number.</param>
/// <param name="Labels">What the stream is found by from now on; replaces what was.</param>
public sealed record StreamWrite(
    StreamId Stream, long ExpectedVersion, ImmutableArray<Fact> Facts, Snapshot? Snapshot, ImmutableArray<string> Labels);

/// <summary>A decision of the gate with its inputs, so that it can be replayed.</summary>
/// <param name="Id">Unique; at most 60 characters.</param>
/// <param name="Stream">The visit that it was made for.</param>
/// <param name="At">The moment that was decided for, business time.</param>
/// <param name="Json">The record.</param>
public sealed record DecisionWrite(string Id, StreamId Stream, Instant At, string Json);

/// <summary>A stream's planned messages.</summary>
/// <param name="Stream">Whose.</param>
/// <param name="Messages">All that it owes from now on, each with a key of its own; a key that was sent, given up or overtaken already is left out.</param>
public sealed record PlanWrite(StreamId Stream, ImmutableArray<OutgoingMessage> Messages);

/// <summary>A conversation's new dialog state.</summary>
/// <param name="Conversation">The conversation's key.</param>
/// <param name="ExpectedVersion">The version that was read. Another version is a conflict.</param>
/// <param name="Json">The state; null clears it.</param>
public sealed record DialogWrite(string Conversation, long ExpectedVersion, string? Json);

/// <summary>A text kept under the hash of its content.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the UTF-8 bytes.</param>
/// <param name="Content">The text.</param>
public sealed record KeptText(string Hash, string Content);

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>All of it is kept, durably.</summary>
    public sealed record Kept : CommitOutcome;

    /// <summary>Somebody else was faster: nothing was kept; read and decide again.</summary>
    /// <param name="What">The stream or conversation whose version had moved on.</param>
    public sealed record Conflict(string What) : CommitOutcome;

    /// <summary>This activity was handled before: nothing was kept; render the recorded outcome.</summary>
    /// <param name="Outcome">What it led to then.</param>
    public sealed record Repeated(TurnOutcome Outcome) : CommitOutcome;
}
