using NodaTime;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Gate;

/// <summary>What the gate decides from, taken from a visit's record: only what was told in this visit counts, and what nobody has said is unknown.</summary>
public static class VisitFacts
{
    /// <summary>Who may set this, the gate's JSON reads no longer texts and no longer operations; what is beyond counts as not said.</summary>
    internal const int LongestText = 500;

    private const int LongestMinutes = 43_200;

    /// <summary>The facts of an operation in a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="kind">The operation asked about.</param>
    /// <param name="moment">For when; a moment that has passed counts as <paramref name="now"/>.</param>
    /// <param name="now">Business time: evidence dated after it was not given yet, however far ahead is asked.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <exception cref="ArgumentException">The visit's site is not in the directory: there is no clock to decide by.</exception>
    public static Facts Of(Visit visit, OperationKind kind, Instant moment, Instant now, Workplace workplace)
    {
        var site = workplace.Directory.FindSite(visit.Site)
            ?? throw new ArgumentException($"The directory has no site '{visit.Site}'.", nameof(visit));
        var plan = visit.Plan;
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        var service = new ServiceCondition(plan.Live ?? true, visit.ServiceState);
        var told = new ToldEvidence(visit, procedure, workplace, site, now);
        return new Facts(Instant.Max(moment, now), new SiteFacts(site.Zone) { Id = site.Id, Policy = VisitPolicy.Of(site, workplace, now) }, OperationOf(visit, kind, site, workplace))
        {
            Service = service,
            LastDataChangeAt = LastDataChange(visit, procedure),
            Evidence = told.For(kind, service.Live) with
            {
                ProductSupportConsent = ConsentOnRecord.Of(visit, ApproverRole.ProductSupport, site),
                OfficeConsent = ConsentOnRecord.Of(visit, ApproverRole.OfficeHead, site),
                VersionReleased = VersionRegister.Entry(visit, site, workplace),
            },
        };
    }

    /// <summary>The equipment's name as the directory spells it; as it was told where the site has no such equipment.</summary>
    internal static string? EquipmentOf(string? told, Site site) =>
        Told(told) is { } name ? site.FindEquipment(name)?.Id ?? name : null;

    /// <summary>A text that is not too long to be read again; null for blank and for longer ones.</summary>
    internal static string? Told(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? null : text;

    /// <summary>Minutes that the gate can reckon with, else null.</summary>
    internal static int? Minutes(int? minutes) => minutes is >= 0 and <= LongestMinutes ? minutes : null;

    private static Operation OperationOf(Visit visit, OperationKind kind, Site site, Workplace workplace)
    {
        var plan = visit.Plan;
        return new Operation(kind)
        {
            Equipment = EquipmentOf(plan.Equipment, site),
            TargetVersion = Told(plan.TargetVersion),
            DurationMinutes = Minutes(plan.DurationMinutes),
            Major = plan.Major,
            MinorReason = Told(plan.MinorReason),
            ThirdParty = plan.ThirdParty,
            EngineerIsSure = plan.EngineerIsSure,
            ToolChanged = plan.ToolChanged,
            ByContractor = workplace.Directory.FindPerson(visit.Lead)?.Is(Role.Contractor) == true,
            HandlesHardware = plan.HandlesHardware,
            AffectsService = plan.AffectsService ?? true,
            AffectsReason = Told(plan.AffectsReason),
            RestoresService = plan.RestoresService,
        };
    }

    // A change told as a step counts like one told by itself.
    private static Instant? LastDataChange(Visit visit, Procedure procedure) => procedure.StepsMarked(Mark.DataChanged)
        .Select(step => visit.Steps.GetValueOrDefault(step.Id))
        .Where(record => record?.Outcome == StepOutcome.Done)
        .Select(record => (Instant?)record!.HappenedAt)
        .Append(visit.LastDataChangeAt)
        .Max();
}
