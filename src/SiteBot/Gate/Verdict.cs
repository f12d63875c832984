using NodaTime;

namespace SiteBot.Gate;

/// <summary>The gate's answer to "can I do it now?".</summary>
public enum VerdictKind
{
    /// <summary>Every check passes, is waived or does not apply.</summary>
    Go,

    /// <summary>Only what time settles stands in the way.</summary>
    Wait,

    /// <summary>Something else fails or is missing.</summary>
    No,

    /// <summary>A check fails that nobody can waive.</summary>
    Never,
}

/// <summary>How one check came out.</summary>
public enum CheckState
{
    /// <summary>It is met.</summary>
    Pass,

    /// <summary>It is known not to be met.</summary>
    Fail,

    /// <summary>Nobody has said yet, or not all of it.</summary>
    Missing,

    /// <summary>It is not asked for this once; the reason says why.</summary>
    Waived,

    /// <summary>It does not speak of this operation; the reason says why.</summary>
    NotApplicable,
}

/// <summary>Who can clear a check.</summary>
public enum FixedBy
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>The engineer.</summary>
    Engineer,

    /// <summary>The product's expert.</summary>
    Expert,

    /// <summary>Product support.</summary>
    ProductSupport,

    /// <summary>The head of the regional office.</summary>
    OfficeHead,

    /// <summary>Remote support.</summary>
    RemoteSupport,

    /// <summary>Waiting.</summary>
    Time,
}

/// <summary>One check of a verdict.</summary>
/// <param name="Id">The check's id in <c>dialogs/gate.yaml</c>, or the provision's for starting works and leaving the site.</param>
/// <param name="State">How it came out.</param>
/// <param name="Provision">The provision that asks for it; null where only a local policy does.</param>
/// <param name="FixedBy">Who can clear it; given for every check, passed ones too.</param>
/// <param name="Reason">Why, and what to do. Names no person.</param>
public sealed record CheckResult(string Id, CheckState State, string? Provision, FixedBy FixedBy, Text Reason)
{
    /// <summary>Whether it keeps the operation from beginning.</summary>
    public bool StandsInTheWay => State is CheckState.Fail or CheckState.Missing;
}

/// <summary>What the gate decided.</summary>
/// <param name="Kind">The answer.</param>
/// <param name="Earliest">The first moment, at most 30 days ahead, at which time and the consents in hand allow it; null where none comes and for <see cref="VerdictKind.Never"/>.</param>
/// <param name="StartBy">For <see cref="VerdictKind.Go"/> the last moment to begin; null where nothing limits it.</param>
/// <param name="RollBackBy">The last moment to begin rolling back; null where unknown.</param>
/// <param name="Checks">The checks of the operation in the order of <c>dialogs/gate.yaml</c>, each once.</param>
/// <param name="Advice">What to do now. Names no person.</param>
public sealed record Verdict(VerdictKind Kind, Instant? Earliest, Instant? StartBy, Instant? RollBackBy, IReadOnlyList<CheckResult> Checks, Text Advice)
{
    /// <summary>What stands in the way, in the order of the checks.</summary>
    public IEnumerable<CheckResult> InTheWay => Checks.Where(c => c.StandsInTheWay);

    /// <summary>Only time is in the way and no opening comes in 30 days: to be shown as a no with what to change.</summary>
    public bool NoOpening => Kind == VerdictKind.Wait && Earliest is null;

    /// <inheritdoc />
    public bool Equals(Verdict? other) =>
        other is not null && Kind == other.Kind && Earliest == other.Earliest && StartBy == other.StartBy && RollBackBy == other.RollBackBy
        && Advice == other.Advice && Checks.SequenceEqual(other.Checks);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Earliest, StartBy, RollBackBy, Checks.Count);
}
