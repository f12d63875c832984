using NodaTime;
using SiteBot.Gate.Checks;

namespace SiteBot.Gate;

/// <summary>Reads <c>evidence</c>. Its form is checked whether or not the operation asks for it.</summary>
internal static class EvidenceReader
{
    private static readonly string[] Keys =
    [
        "request_signed", "escort", "plan_agreed", "work_card", "backup", "product_support_consent", "office_consent", "customer_consent",
        "remote_support_ready", "rollback", "expert_review", "documents_read", "version_released", "anti_static", "media_consent", "tool_confirmed",
    ];

    private static readonly PropertyNames EvidenceNames = new([.. Keys, .. AllChecks.Provisions.Select(p => p.Id)]);
    private static readonly PropertyNames AttestationNames = new("by", "at");
    private static readonly PropertyNames WorkCardNames = new("matches");
    private static readonly PropertyNames ConfirmationNames = new("confirmed");
    private static readonly PropertyNames RollbackNames = new("ready", "minutes");
    private static readonly PropertyNames ReviewNames = new("outcome", "by", "at");
    private static readonly PropertyNames ReleaseNames = new("status", "version", "number");
    private static readonly PropertyNames ToolNames = new("provider", "expert");
    private static readonly PropertyNames ProvisionNames = new("confirmed", "applies");
    private static readonly PropertyNames BackupNames = new("at", "location", "verified", "equipment", "applies", "possible", "reason");

    public static Evidence Read(ref FactsCursor json)
    {
        json.EnterObject();
        var evidence = Evidence.None;
        Dictionary<string, ProvisionEvidence>? provisions = null;
        for (uint seen = 0; json.NextProperty(EvidenceNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: evidence = evidence with { RequestSigned = Attestation(ref json) }; break;
                case 1: evidence = evidence with { Escort = Attestation(ref json) }; break;
                case 2: evidence = evidence with { PlanAgreed = Attestation(ref json) }; break;
                case 3: evidence = evidence with { WorkCard = new WorkCard(OneBoolean(ref json, WorkCardNames)) }; break;
                case 4: evidence = evidence with { Backup = Backup(ref json) }; break;
                case 5: evidence = evidence with { ProductSupportConsent = ConsentReader.Read(ref json) }; break;
                case 6: evidence = evidence with { OfficeConsent = ConsentReader.Read(ref json) }; break;
                case 7: evidence = evidence with { CustomerConsent = ConsentReader.Read(ref json) }; break;
                case 8: evidence = evidence with { RemoteSupportReady = Attestation(ref json) }; break;
                case 9: evidence = evidence with { Rollback = Rollback(ref json) }; break;
                case 10: evidence = evidence with { ExpertReview = Review(ref json) }; break;
                case 11: evidence = evidence with { DocumentsRead = new Confirmation(OneBoolean(ref json, ConfirmationNames)) }; break;
                case 12: evidence = evidence with { VersionReleased = Release(ref json) }; break;
                case 13: evidence = evidence with { AntiStatic = new Confirmation(OneBoolean(ref json, ConfirmationNames)) }; break;
                case 14: evidence = evidence with { MediaConsent = Attestation(ref json) }; break;
                case 15: evidence = evidence with { ToolConfirmed = Tool(ref json) }; break;
                default: (provisions ??= new(StringComparer.Ordinal))[EvidenceNames[name]] = Provision(ref json); break;
            }
        }

        return provisions is null ? evidence : evidence with { Provisions = provisions };
    }

    private static Attestation Attestation(ref FactsCursor json)
    {
        json.EnterObject();
        string? by = null;
        Instant? at = null;
        for (uint seen = 0; json.NextProperty(AttestationNames, ref seen, out var name);)
        {
            if (name == 0)
            {
                by = json.Text();
            }
            else
            {
                at = json.Time();
            }
        }

        return new Attestation(by, at);
    }

    private static bool? OneBoolean(ref FactsCursor json, PropertyNames names)
    {
        json.EnterObject();
        bool? value = null;
        for (uint seen = 0; json.NextProperty(names, ref seen, out _);)
        {
            value = json.Boolean();
        }

        return value;
    }

    private static Backup Backup(ref FactsCursor json)
    {
        json.EnterObject();
        var backup = new Backup();
        for (uint seen = 0; json.NextProperty(BackupNames, ref seen, out var name);)
        {
            backup = name switch
            {
                0 => backup with { At = json.Time() },
                1 => backup with { Location = json.Text() },
                2 => backup with { Verified = json.Boolean() },
                3 => backup with { Equipment = json.Text() },
                4 => backup with { Applies = json.Boolean() },
                5 => backup with { Possible = json.Boolean() },
                _ => backup with { Reason = json.Text() },
            };
        }

        return backup;
    }

    private static Rollback Rollback(ref FactsCursor json)
    {
        json.EnterObject();
        var rollback = new Rollback(null, null);
        for (uint seen = 0; json.NextProperty(RollbackNames, ref seen, out var name);)
        {
            rollback = name == 0 ? rollback with { Ready = json.Boolean() } : rollback with { Minutes = json.Integer(0, 43_200) };
        }

        return rollback;
    }

    private static ExpertReview Review(ref FactsCursor json)
    {
        json.EnterObject();
        Answer? outcome = null;
        string? by = null;
        Instant? at = null;
        for (uint seen = 0; json.NextProperty(ReviewNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: outcome = json.Choice<Answer>(); break;
                case 1: by = json.Text(); break;
                default: at = json.Time(); break;
            }
        }

        return new ExpertReview(outcome, new Attestation(by, at));
    }

    private static VersionRelease Release(ref FactsCursor json)
    {
        json.EnterObject();
        ReleaseStatus? status = null;
        string? version = null, number = null;
        for (uint seen = 0; json.NextProperty(ReleaseNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: status = json.Choice<ReleaseStatus>(); break;
                case 1: version = json.Text(); break;
                default: number = json.Text(); break;
            }
        }

        return new VersionRelease(status, version, number);
    }

    private static ToolConfirmation Tool(ref FactsCursor json)
    {
        json.EnterObject();
        string? provider = null, expert = null;
        for (uint seen = 0; json.NextProperty(ToolNames, ref seen, out var name);)
        {
            if (name == 0)
            {
                provider = json.Text();
            }
            else
            {
                expert = json.Text();
            }
        }

        return new ToolConfirmation(provider, expert);
    }

    private static ProvisionEvidence Provision(ref FactsCursor json)
    {
        json.EnterObject();
        var said = new ProvisionEvidence(null, null);
        for (uint seen = 0; json.NextProperty(ProvisionNames, ref seen, out var name);)
        {
            said = name == 0 ? said with { Confirmed = json.Boolean() } : said with { Applies = json.Boolean() };
        }

        return said;
    }
}
