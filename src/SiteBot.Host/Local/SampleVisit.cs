using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Host.Local;

/// <summary>What a newcomer finds: half past eleven in Beijing, and an upgrade that may begin at midnight once a backup and two consents are there.</summary>
internal static class SampleVisit
{
    /// <summary>The visit's id.</summary>
    public const string Id = "sample";

    private const string Engineer = "li.ming";
    private const string SiteId = "BJ-042";
    private const string EquipmentId = "MSC-1";
    private static readonly Duration _window = Duration.FromHours(4);

    /// <summary>Where the demo clock of the sample begins: 2026-03-10 23:30 in Beijing.</summary>
    public static Instant Opening { get; } = Instant.FromUtc(2026, 3, 10, 15, 30);

    private static Instant Afternoon => Opening - Duration.FromHours(8);

    private static Instant Midnight => Opening + Duration.FromMinutes(30);

    /// <summary>What to keep in a new store; null where the directory has not the sample's site, equipment and engineer.</summary>
    public static Commit? Of(Workplace workplace)
    {
        var directory = workplace.Directory;
        if (directory.FindPerson(Engineer) is null || directory.FindSite(SiteId) is not { } site || site.FindEquipment(EquipmentId) is not { } equipment
            || workplace.Procedures.InForce("upgrade") is not { } procedure)
        {
            return null;
        }

        var change = Told(site, equipment, procedure);
        return new Commit
        {
            Streams = [VisitStream.Write(change.Before, change.After, change.Facts)],
            Plans = [new PlanWrite(change.After.Stream, Agenda.Of(change.After, procedure, workplace, Opening))],
        };
    }

    private static VisitChange Told(Site site, Equipment equipment, Procedure procedure)
    {
        var change = VisitChange.Of(VisitFold.Begin(Id));
        Tell(new VisitEvent.Started(procedure.Service, procedure.ContentHash, site.Office, site.Id, site.Customer, Engineer, PrivateText.Of(Contact), PrivateText.Of("+86 10 5550 1042")), Afternoon);
        Tell(new VisitEvent.Planned(Plan(equipment), null), Afternoon);
        foreach (var told in Steps)
        {
            var at = told.Minutes >= 0 ? Afternoon + Duration.FromMinutes(told.Minutes) : Opening + Duration.FromMinutes(told.Minutes);
            Tell(Step(procedure, told, at), at);
            if (told.Step == "arrive")
            {
                Tell(new VisitEvent.Arrived(), at);
            }
        }

        return change;

        void Tell(VisitEvent e, Instant at) => change = change.Tell(e, at, at, Engineer);
    }

    private static VisitEvent.StepTold Step(Procedure procedure, SampleStep told, Instant at)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        values.AddRange(told.Values.Select(value => KeyValuePair.Create(value.Field, value.Told)));
        if (procedure.FindStep(told.Step)?.FindField("at") is not null)
        {
            values["at"] = InstantPattern.ExtendedIso.Format(at);
        }

        return new VisitEvent.StepTold(
            told.Step, StepOutcome.Done, values.ToImmutable(),
            told.Names.ToImmutableSortedDictionary(name => name.Field, name => new PrivateText(name.Told), StringComparer.Ordinal), []);
    }

    private static WorkPlan Plan(Equipment equipment) => new()
    {
        Operation = "upgrade",
        Equipment = equipment.Id,
        Product = equipment.Product,
        CurrentVersion = equipment.Version,
        TargetVersion = "V3.08.21",
        From = Midnight,
        To = Midnight + _window,
        DurationMinutes = 120,
        EngineerIsSure = true,
    };

    private const string Contact = "周经理";

    // Left out on purpose: the backup, and the consents of product support and of the regional office.
    private static readonly ImmutableArray<SampleStep> Steps =
    [
        new("call_customer", 10) { Names = [("by", Contact), ("assists", "钱工")] },
        new("learn_situation", 20),
        new("read_file", 30),
        new("documents_read", 60),
        new("version_checked", 65),
        new("rollback_ready", 90) { Values = [("minutes", "30"), ("location", "BJ-042/rollback")] },
        new("plan_agreed", 110) { Names = [("by", Contact)] },
        new("customer_consent", 120) { Names = [("by", Contact)] },
        new("remote_support_ready", 130) { Names = [("by", "陈宇")] },
        new("pack", 140),
        new("arrive", -25),
        new("before_door", -24),
        new("enter_room", -23) { Names = [("by", "孙值班")] },
        new("ask_online", -22),
        new("ask_photo", -22),
        new("follow_procedure", -18),
        new("request_signed", -15) { Names = [("by", Contact)] },
        new("escort", -10) { Names = [("by", "钱工")] },
    ];

    // Minutes: after the afternoon's beginning, or below zero before the opening.
    private sealed record SampleStep(string Step, int Minutes)
    {
        public ImmutableArray<(string Field, string Told)> Values { get; init; } = [];

        public ImmutableArray<(string Field, string Told)> Names { get; init; } = [];
    }
}
