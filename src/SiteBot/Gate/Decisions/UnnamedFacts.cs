namespace SiteBot.Gate.Decisions;

/// <summary>Facts without names and free text, for records that are never edited: what was given still counts as given, so the verdict is the same.</summary>
public static class UnnamedFacts
{
    /// <summary>What stands where a name or a free text was given.</summary>
    public const string Given = "(given)";

    /// <summary>The facts with every name of a person, place and reason of evidence replaced by <see cref="Given"/>. What the verdict compares or repeats
    /// stays: equipment, versions, release numbers, times, and the reasons of freezes, which are the policy's.</summary>
    public static Facts Of(Facts facts) => facts with
    {
        Operation = facts.Operation with
        {
            MinorReason = Mark(facts.Operation.MinorReason),
            AffectsReason = Mark(facts.Operation.AffectsReason),
        },
        Evidence = Of(facts.Evidence),
    };

    private static Evidence Of(Evidence evidence) => evidence with
    {
        RequestSigned = Of(evidence.RequestSigned),
        Escort = Of(evidence.Escort),
        PlanAgreed = Of(evidence.PlanAgreed),
        RemoteSupportReady = Of(evidence.RemoteSupportReady),
        MediaConsent = Of(evidence.MediaConsent),
        Backup = evidence.Backup is { } backup ? backup with { Location = Mark(backup.Location), Reason = Mark(backup.Reason) } : null,
        ProductSupportConsent = Of(evidence.ProductSupportConsent),
        OfficeConsent = Of(evidence.OfficeConsent),
        CustomerConsent = Of(evidence.CustomerConsent),
        ExpertReview = evidence.ExpertReview is { } review ? review with { Signed = Of(review.Signed)! } : null,
        ToolConfirmed = evidence.ToolConfirmed is { } tool ? new ToolConfirmation(Mark(tool.Provider), Mark(tool.Expert)) : null,
    };

    private static Attestation? Of(Attestation? said) => said is null ? null : new Attestation(Mark(said.By), said.At);

    private static Consent? Of(Consent? consent) => consent is null ? null : consent with { Signed = Of(consent.Signed)! };

    private static string? Mark(string? text) => text is null ? null : Given;
}
