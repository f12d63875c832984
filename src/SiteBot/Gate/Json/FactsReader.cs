using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using SiteBot.Windows;

namespace SiteBot.Gate;

/// <summary>Reads the facts of one decision from JSON, strictly: whatever the contract does not name is refused.</summary>
public static class FactsReader
{
    /// <summary>How many bytes one facts object may have: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly PropertyNames RootNames = new("now", "site", "operation", "service", "lastDataChangeAt", "evidence");
    private static readonly PropertyNames SiteNames = new("id", "timeZone", "policy");
    private static readonly PropertyNames ServiceNames = new("live", "state");

    private static readonly PropertyNames OperationNames = new(
        "kind", "equipment", "targetVersion", "durationMinutes", "major", "minorReason", "thirdParty", "engineerIsSure",
        "toolChanged", "byContractor", "handlesHardware", "affectsService", "affectsReason", "restoresService");

    /// <summary>Reads <paramref name="utf8"/>; a leading byte order mark is passed over.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <param name="rules">The rules, which say what evidence an operation may bring.</param>
    /// <param name="facts">What was read.</param>
    /// <param name="refusal">Why it was refused; of several errors one.</param>
    /// <returns>Whether it was accepted.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, GateRules rules, [NotNullWhen(true)] out Facts? facts, [NotNullWhen(false)] out FactsRefusal? refusal)
    {
        facts = null;
        refusal = null;
        if (utf8.Length > MaxBytes)
        {
            refusal = new FactsRefusal("$", "is larger than 1 MiB");
            return false;
        }

        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!Utf8.IsValid(utf8))
        {
            refusal = new FactsRefusal("$", "is not UTF-8");
            return false;
        }

        try
        {
            facts = Read(utf8, rules);
            return true;
        }
        catch (JsonException)
        {
            refusal = BrokenJson;
            return false;
        }
        catch (RefusedException e)
        {
            // Broken JSON is said first: what stands before the break is not worth a closer look.
            refusal = FactsCursor.IsWellFormed(utf8) ? e.Refusal : BrokenJson;
            return false;
        }
    }

    private static FactsRefusal BrokenJson { get; } =
        new("$", $"is not one whole JSON document (comments, trailing commas, a second document and nesting deeper than {FactsCursor.MaxDepth} are refused)");

    private static Facts Read(ReadOnlySpan<byte> utf8, GateRules rules)
    {
        var json = new FactsCursor(utf8);
        json.Begin();
        json.EnterObject();
        Instant? now = null, lastDataChangeAt = null;
        SiteFacts? site = null;
        Operation? operation = null;
        ServiceCondition? service = null;
        Evidence? evidence = null;
        for (uint seen = 0; json.NextProperty(RootNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: now = json.Time(); break;
                case 1: site = Site(ref json); break;
                case 2: operation = Operation(ref json); break;
                case 3: service = Service(ref json); break;
                case 4: lastDataChangeAt = json.Time(); break;
                default: evidence = EvidenceReader.Read(ref json); break;
            }
        }

        json.End();
        var facts = new Facts(
            now ?? throw Missing(ref json, "now"),
            site ?? throw Missing(ref json, "site"),
            operation ?? throw Missing(ref json, "operation"))
        {
            Service = service ?? ServiceCondition.Running,
            LastDataChangeAt = lastDataChangeAt,
            Evidence = evidence ?? Evidence.None,
        };
        CheckTogether(ref json, facts, rules);
        return facts;
    }

    private static void CheckTogether(ref FactsCursor json, Facts facts, GateRules rules)
    {
        if (facts.Service.Live && facts.Evidence.Backup?.Applies is not null)
        {
            throw json.RefusedProperty("evidence.backup.applies", "may be given only where service.live is false");
        }

        foreach (var provision in facts.Evidence.Provisions.Keys)
        {
            if (!rules.For(facts.Operation.Kind).Provisions.Contains(provision))
            {
                throw json.RefusedProperty($"evidence.{provision}", "is no evidence that this operation may bring");
            }
        }
    }

    private static SiteFacts Site(ref FactsCursor json)
    {
        json.EnterObject();
        string? id = null;
        DateTimeZone? zone = null;
        var policy = GatePolicy.Default;
        for (uint seen = 0; json.NextProperty(SiteNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: id = json.Text(); break;
                case 1: zone = json.Zone(); break;
                default: policy = PolicyReader.Read(ref json); break;
            }
        }

        return new SiteFacts(zone ?? throw Missing(ref json, "timeZone")) { Id = id, Policy = policy };
    }

    private static Operation Operation(ref FactsCursor json)
    {
        json.EnterObject();
        OperationKind? kind = null;
        var operation = new Operation(default(OperationKind));
        for (uint seen = 0; json.NextProperty(OperationNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: kind = json.Choice<OperationKind>(); break;
                case 1: operation = operation with { Equipment = json.Text() }; break;
                case 2: operation = operation with { TargetVersion = json.Text() }; break;
                case 3: operation = operation with { DurationMinutes = json.Integer(0, 43_200) }; break;
                case 4: operation = operation with { Major = json.Boolean() }; break;
                case 5: operation = operation with { MinorReason = json.Text() }; break;
                case 6: operation = operation with { ThirdParty = json.Boolean() }; break;
                case 7: operation = operation with { EngineerIsSure = json.Boolean() }; break;
                case 8: operation = operation with { ToolChanged = json.Boolean() }; break;
                case 9: operation = operation with { ByContractor = json.Boolean() }; break;
                case 10: operation = operation with { HandlesHardware = json.Boolean() }; break;
                case 11: operation = operation with { AffectsService = json.Boolean() }; break;
                case 12: operation = operation with { AffectsReason = json.Text() }; break;
                default: operation = operation with { RestoresService = json.Boolean() }; break;
            }
        }

        return operation with { Kind = kind ?? throw Missing(ref json, "kind") };
    }

    private static ServiceCondition Service(ref FactsCursor json)
    {
        json.EnterObject();
        var service = ServiceCondition.Running;
        for (uint seen = 0; json.NextProperty(ServiceNames, ref seen, out var name);)
        {
            service = name == 0 ? service with { Live = json.Boolean() } : service with { State = json.Choice<ServiceState>() };
        }

        return service;
    }

    private static RefusedException Missing(ref FactsCursor json, string property) => json.RefusedProperty(property, "is missing");
}
