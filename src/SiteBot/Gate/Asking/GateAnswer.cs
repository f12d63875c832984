using System.Collections.Immutable;
using NodaTime;
using SiteBot.Gate.Conflicts;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Standing;
using SiteBot.Visits;

namespace SiteBot.Gate.Asking;

/// <summary>The gate's answer in a visit, with what its card shows and what has to be kept with it.</summary>
public sealed record GateAnswer
{
    /// <summary>What was asked about.</summary>
    public required OperationKind Asked { get; init; }

    /// <summary>What it was decided as: <see cref="OperationKind.Hardware"/> where a shelf to be powered is in service, else what was asked.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>All that it was decided from; its <c>Now</c> is the moment that was decided for.</summary>
    public required Facts Facts { get; init; }

    /// <summary>What was decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The record of it.</summary>
    public required DecisionRecord Record { get; init; }

    /// <summary>The texts that the record names, to be kept with it.</summary>
    public required ImmutableArray<KeptText> Texts { get; init; }

    /// <summary>What else is planned in its way, with the other party's name. Blocks nothing.</summary>
    public required ImmutableArray<OperationConflict> Conflicts { get; init; }

    /// <summary>Evidence that grows too old before the last start (of a go) or before the earliest one (of a wait), the first first.</summary>
    public required IReadOnlyList<EvidenceLapse> Lapses { get; init; }

    /// <summary>What holds at the site, whose it is and until when.</summary>
    public required PolicySummary Policy { get; init; }

    /// <summary>Nobody has said how long it takes: the card names no time at all.</summary>
    public required bool IsLengthUnknown { get; init; }

    /// <summary>Of leaving: how. Null for other operations.</summary>
    public LeavingMode? Leaving { get; init; }

    /// <summary>Of leaving: the colleague who takes over or watches, or null.</summary>
    public string? WatchedBy { get; init; }

    /// <summary>The decision's id.</summary>
    public string Id => Record.Id;

    /// <summary>The moment that was decided for.</summary>
    public Instant Moment => Facts.Now;

    /// <summary>True where it was asked ahead: "what about 2 am?".</summary>
    public bool IsAhead => Moment > AskedAt;

    /// <summary>The answer to show: where only time is in the way and no opening comes, a no with what to change.</summary>
    public VerdictKind Shown => Verdict.NoOpening ? VerdictKind.No : Verdict.Kind;

    /// <summary>True where a shelf to be powered is in service, so that it was decided as a hardware operation.</summary>
    public bool AsHardware => Asked == OperationKind.PowerOn && Kind == OperationKind.Hardware;

    /// <summary>True for a restoring operation: cards and record mark it.</summary>
    public bool IsRestoring => Facts.Restoring;

    /// <summary>What the ledger keeps of the decision.</summary>
    public DecisionWrite Write => Record.ToWrite(Facts.Now);

    /// <summary>What asking alone commits: the decision and the texts that it names. The visit's version does not change.</summary>
    public Commit Commit => new() { Decisions = [Write], Texts = Texts };
}
