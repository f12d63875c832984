using NodaTime;

namespace SiteBot.Gate;

/// <summary>An approver's answer about one operation.</summary>
/// <param name="Decision">What was said; null where nothing was yet.</param>
/// <param name="Written">Whether it was given in writing (mail counts). An oral yes is never written.</param>
/// <param name="Signed">Who and when.</param>
/// <param name="Scope">For what; null where nothing of it was said.</param>
public sealed record Consent(Answer? Decision, bool? Written, Attestation Signed, ConsentScope? Scope);

/// <summary>What a consent was given for. A change of any part voids it, and so does the end of its period.</summary>
public sealed record ConsentScope
{
    /// <summary>Makes a scope.</summary>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not before <paramref name="to"/>.</exception>
    public ConsentScope(OperationKind? kind, string? equipment, string? targetVersion = null, Instant? from = null, Instant? to = null)
    {
        if (from >= to)
        {
            throw new ArgumentException("A consent's period begins before it ends.", nameof(to));
        }

        (Kind, Equipment, TargetVersion, From, To) = (kind, Blank.ToNull(equipment), Blank.ToNull(targetVersion), from, to);
    }

    /// <summary>The operation.</summary>
    public OperationKind? Kind { get; }

    /// <summary>The equipment.</summary>
    public string? Equipment { get; }

    /// <summary>The version; asked of upgrades only.</summary>
    public string? TargetVersion { get; }

    /// <summary>The first moment at which it may begin; null where open.</summary>
    public Instant? From { get; }

    /// <summary>The moment by which it must have ended; null where open.</summary>
    public Instant? To { get; }

    /// <summary>Whether it was given for exactly this operation, its period aside.</summary>
    public bool Covers(Operation operation) =>
        Kind == operation.Kind
        && Equipment is not null && Equipment == operation.Equipment
        && (operation.Kind != OperationKind.Upgrade || (TargetVersion is not null && TargetVersion == operation.TargetVersion));
}
