using System.Collections.Frozen;
using NodaTime;

namespace SiteBot.Gate;

/// <summary>What people have signed, confirmed or answered, each under the name of the check that asks for it. Null: nobody has said yet.</summary>
public sealed record Evidence
{
    /// <summary>Nobody has said anything.</summary>
    public static Evidence None { get; } = new();

    /// <summary>The customer's responsible person has signed the service request report (6.3-6).</summary>
    public Attestation? RequestSigned { get; init; }

    /// <summary>A named member of the customer's staff is with the engineer (6.3-6).</summary>
    public Attestation? Escort { get; init; }

    /// <summary>The customer has agreed to the work plan (6.2-3).</summary>
    public Attestation? PlanAgreed { get; init; }

    /// <summary>The contractor's work card (6.3-3).</summary>
    public WorkCard? WorkCard { get; init; }

    /// <summary>The backup for this operation (6.3-9).</summary>
    public Backup? Backup { get; init; }

    /// <summary>Product support's consent (6.5-3).</summary>
    public Consent? ProductSupportConsent { get; init; }

    /// <summary>The consent of the head of the regional office (6.5-3, 6.5-5).</summary>
    public Consent? OfficeConsent { get; init; }

    /// <summary>The customer's consent (6.5-5).</summary>
    public Consent? CustomerConsent { get; init; }

    /// <summary>Remote support has been told (6.5-4).</summary>
    public Attestation? RemoteSupportReady { get; init; }

    /// <summary>The rollback measure (5.5-1).</summary>
    public Rollback? Rollback { get; init; }

    /// <summary>The expert's review (5.5-1).</summary>
    public ExpertReview? ExpertReview { get; init; }

    /// <summary>The documents are read and digested (5.5-2).</summary>
    public Confirmation? DocumentsRead { get; init; }

    /// <summary>What the register says of the version (6.5-6).</summary>
    public VersionRelease? VersionReleased { get; init; }

    /// <summary>The anti-static measure is on (6.3-7, 5.3-3).</summary>
    public Confirmation? AntiStatic { get; init; }

    /// <summary>The equipment-room manager agrees to the removable medium (6.3-8).</summary>
    public Attestation? MediaConsent { get; init; }

    /// <summary>The changed tool is confirmed (6.3-11).</summary>
    public ToolConfirmation? ToolConfirmed { get; init; }

    /// <summary>For starting works and leaving the site: what is said of each provision, by its id.</summary>
    public IReadOnlyDictionary<string, ProvisionEvidence> Provisions { get; init; } = FrozenDictionary<string, ProvisionEvidence>.Empty;

    /// <inheritdoc />
    public bool Equals(Evidence? other) =>
        other is not null && Scalars.Equals(other.Scalars) && Provisions.Count == other.Provisions.Count
        && Provisions.All(p => other.Provisions.TryGetValue(p.Key, out var theirs) && p.Value == theirs);

    /// <inheritdoc />
    public override int GetHashCode() => Scalars.GetHashCode();

    private (Attestation?, Attestation?, Attestation?, WorkCard?, Backup?, Consent?, Consent?, Consent?, Attestation?, Rollback?, ExpertReview?, Confirmation?, VersionRelease?, Confirmation?, Attestation?, ToolConfirmation?) Scalars =>
        (RequestSigned, Escort, PlanAgreed, WorkCard, Backup, ProductSupportConsent, OfficeConsent, CustomerConsent, RemoteSupportReady, Rollback,
            ExpertReview, DocumentsRead, VersionReleased, AntiStatic, MediaConsent, ToolConfirmed);
}

/// <summary>Who said or did it, and when. Complete only with both.</summary>
public sealed record Attestation
{
    /// <summary>Makes one.</summary>
    public Attestation(string? by, Instant? at) => (By, At) = (Blank.ToNull(by), at);

    /// <summary>Who.</summary>
    public string? By { get; }

    /// <summary>When.</summary>
    public Instant? At { get; }

    /// <summary>Whether both are known and the time is not ahead of <paramref name="now"/>.</summary>
    public bool HoldsAt(Instant now) => By is not null && At is { } at && at <= now;
}

/// <summary>A yes or no that somebody gave.</summary>
/// <param name="Confirmed">Null where neither was said.</param>
public sealed record Confirmation(bool? Confirmed);

/// <summary>A contractor's work card.</summary>
/// <param name="Matches">Whether it is worn and its badge names the product at hand.</param>
public sealed record WorkCard(bool? Matches);

/// <summary>A rollback measure.</summary>
/// <param name="Ready">Whether its steps are ready.</param>
/// <param name="Minutes">How long it takes, 0 to 43,200.</param>
public sealed record Rollback(bool? Ready, int? Minutes);

/// <summary>What is said of a provision that must be met before starting works or leaving the site.</summary>
/// <param name="Confirmed">Whether it is met.</param>
/// <param name="Applies">False where it does not apply to this visit; true is as if absent.</param>
public sealed record ProvisionEvidence(bool? Confirmed, bool? Applies);

/// <summary>An expert's review of an operation that the engineer is not sure of.</summary>
/// <param name="Outcome">What the expert said.</param>
/// <param name="Signed">Who and when.</param>
public sealed record ExpertReview(Answer? Outcome, Attestation Signed);

/// <summary>An entry of the register of released versions.</summary>
public sealed record VersionRelease
{
    /// <summary>Makes one.</summary>
    public VersionRelease(ReleaseStatus? status, string? version, string? number = null) => (Status, Version, Number) = (status, Blank.ToNull(version), Blank.ToNull(number));

    /// <summary>What the register says.</summary>
    public ReleaseStatus? Status { get; }

    /// <summary>Of which version.</summary>
    public string? Version { get; }

    /// <summary>The number of an exceptional release.</summary>
    public string? Number { get; }
}

/// <summary>Who has confirmed a changed tool. Complete only with both.</summary>
public sealed record ToolConfirmation
{
    /// <summary>Makes one.</summary>
    public ToolConfirmation(string? provider, string? expert) => (Provider, Expert) = (Blank.ToNull(provider), Blank.ToNull(expert));

    /// <summary>The tool's provider.</summary>
    public string? Provider { get; }

    /// <summary>The product's expert.</summary>
    public string? Expert { get; }
}
