using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Scale;

/// <summary>Upgrades of earlier nights: twelve facts each, from the beginning to the close.</summary>
/// <param name="workplace">The crew's directory and the procedures.</param>
internal sealed class PastVisits(Workplace workplace)
{
    private static readonly ImmutableArray<string> _steps = ["call_customer", "learn_situation", "read_file", "documents_read", "version_checked", "pack", "before_door"];

    /// <summary>A visit of twelve facts, ended.</summary>
    /// <param name="number">Which.</param>
    /// <param name="night">The moment that the nights are counted back from.</param>
    public VisitChange Closed(int number, Instant night)
    {
        var at = night - Duration.FromDays(2 + (number % 1500));
        return Told(string.Create(CultureInfo.InvariantCulture, $"past-{number:0000000}"), number, at, closed: true);
    }

    /// <summary>A visit that goes on, its engineer at the site.</summary>
    /// <param name="number">Which, and whose.</param>
    /// <param name="night">When its window opens.</param>
    public VisitChange Open(int number, Instant night) => Told(string.Create(CultureInfo.InvariantCulture, $"open-{number:0000}"), number, night, closed: false);

    private VisitChange Told(string id, int number, Instant at, bool closed)
    {
        var sites = workplace.Directory.Sites;
        var site = sites[number % sites.Length];
        var lead = string.Create(CultureInfo.InvariantCulture, $"e{number % sites.Length:000}");
        var procedure = workplace.Procedures.InForce("upgrade")!;
        var change = VisitChange.Of(VisitFold.Begin(id));
        Tell(new VisitEvent.Started(procedure.Service, procedure.ContentHash, site.Office, site.Id, site.Customer, lead, PrivateText.Of("周经理"), PrivateText.Of("+86 10 5550 1042")), -600);
        Tell(new VisitEvent.Planned(Plan(site.Equipment[0].Id, at), null), -590);
        for (var step = 0; step < _steps.Length; step++)
        {
            Tell(new VisitEvent.StepTold(_steps[step], StepOutcome.Done, ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, PrivateText>.Empty, []), -500 + (step * 60));
        }

        Tell(new VisitEvent.Arrived(), -20);
        if (closed)
        {
            Tell(new VisitEvent.FormsArchived(), 900);
            Tell(new VisitEvent.Closed(), 901);
        }

        return change;

        void Tell(VisitEvent e, int minutes) => change = change.Tell(e, at + Duration.FromMinutes(minutes), at + Duration.FromMinutes(minutes), lead);
    }

    private static WorkPlan Plan(string equipment, Instant at) => new()
    {
        Operation = "upgrade",
        Equipment = equipment,
        Product = "MSC",
        CurrentVersion = "V3.08.20",
        TargetVersion = "V3.08.21",
        From = at,
        To = at + Duration.FromHours(4),
        DurationMinutes = 120,
        EngineerIsSure = true,
    };
}
