using System.Text.Json;

namespace SiteBot.Gate;

/// <summary>Writes <c>evidence</c>, provisions in the order of their ids.</summary>
internal static class EvidenceWriter
{
    public static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject("evidence");
        Attestation(json, "request_signed", evidence.RequestSigned);
        Attestation(json, "escort", evidence.Escort);
        Attestation(json, "plan_agreed", evidence.PlanAgreed);
        if (evidence.WorkCard is { } card)
        {
            json.WriteStartObject("work_card");
            FactsWriter.Boolean(json, "matches", card.Matches);
            json.WriteEndObject();
        }

        Backup(json, evidence.Backup);
        Consent(json, "product_support_consent", evidence.ProductSupportConsent);
        Consent(json, "office_consent", evidence.OfficeConsent);
        Consent(json, "customer_consent", evidence.CustomerConsent);
        Attestation(json, "remote_support_ready", evidence.RemoteSupportReady);
        Rollback(json, evidence.Rollback);
        Review(json, evidence.ExpertReview);
        Confirmation(json, "documents_read", evidence.DocumentsRead);
        Release(json, evidence.VersionReleased);
        Confirmation(json, "anti_static", evidence.AntiStatic);
        Attestation(json, "media_consent", evidence.MediaConsent);
        Tool(json, evidence.ToolConfirmed);
        foreach (var (id, said) in evidence.Provisions.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            FactsWriter.Boolean(json, "confirmed", said.Confirmed);
            FactsWriter.Boolean(json, "applies", said.Applies);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Attestation(Utf8JsonWriter json, string property, Attestation? attestation)
    {
        if (attestation is not null)
        {
            json.WriteStartObject(property);
            Signed(json, attestation);
            json.WriteEndObject();
        }
    }

    private static void Signed(Utf8JsonWriter json, Attestation attestation)
    {
        FactsWriter.Text(json, "by", attestation.By);
        FactsWriter.Time(json, "at", attestation.At);
    }

    private static void Backup(Utf8JsonWriter json, Backup? backup)
    {
        if (backup is not null)
        {
            json.WriteStartObject("backup");
            FactsWriter.Time(json, "at", backup.At);
            FactsWriter.Text(json, "location", backup.Location);
            FactsWriter.Boolean(json, "verified", backup.Verified);
            FactsWriter.Text(json, "equipment", backup.Equipment);
            FactsWriter.Boolean(json, "applies", backup.Applies);
            FactsWriter.Boolean(json, "possible", backup.Possible);
            FactsWriter.Text(json, "reason", backup.Reason);
            json.WriteEndObject();
        }
    }

    private static void Consent(Utf8JsonWriter json, string property, Consent? consent)
    {
        if (consent is null)
        {
            return;
        }

        json.WriteStartObject(property);
        FactsWriter.Text(json, "decision", consent.Decision?.Name());
        FactsWriter.Boolean(json, "written", consent.Written);
        Signed(json, consent.Signed);
        if (consent.Scope is { } scope)
        {
            json.WriteStartObject("scope");
            FactsWriter.Text(json, "kind", scope.Kind?.Name());
            FactsWriter.Text(json, "equipment", scope.Equipment);
            FactsWriter.Text(json, "targetVersion", scope.TargetVersion);
            FactsWriter.Time(json, "from", scope.From);
            FactsWriter.Time(json, "to", scope.To);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Rollback(Utf8JsonWriter json, Rollback? rollback)
    {
        if (rollback is not null)
        {
            json.WriteStartObject("rollback");
            FactsWriter.Boolean(json, "ready", rollback.Ready);
            FactsWriter.Number(json, "minutes", rollback.Minutes);
            json.WriteEndObject();
        }
    }

    private static void Review(Utf8JsonWriter json, ExpertReview? review)
    {
        if (review is not null)
        {
            json.WriteStartObject("expert_review");
            FactsWriter.Text(json, "outcome", review.Outcome?.Name());
            Signed(json, review.Signed);
            json.WriteEndObject();
        }
    }

    private static void Confirmation(Utf8JsonWriter json, string property, Confirmation? confirmation)
    {
        if (confirmation is not null)
        {
            json.WriteStartObject(property);
            FactsWriter.Boolean(json, "confirmed", confirmation.Confirmed);
            json.WriteEndObject();
        }
    }

    private static void Release(Utf8JsonWriter json, VersionRelease? release)
    {
        if (release is not null)
        {
            json.WriteStartObject("version_released");
            FactsWriter.Text(json, "status", release.Status?.Name());
            FactsWriter.Text(json, "version", release.Version);
            FactsWriter.Text(json, "number", release.Number);
            json.WriteEndObject();
        }
    }

    private static void Tool(Utf8JsonWriter json, ToolConfirmation? tool)
    {
        if (tool is not null)
        {
            json.WriteStartObject("tool_confirmed");
            FactsWriter.Text(json, "provider", tool.Provider);
            FactsWriter.Text(json, "expert", tool.Expert);
            json.WriteEndObject();
        }
    }
}
