using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Gate;
using Xunit.Abstractions;

namespace SiteBot.Tests.Procedures;

/// <summary>That nothing of the standard is left to chance: each use of each provision is carried by a line, a check, a form, a reminder, a guard or an alarm.</summary>
public sealed class ProvisionCoverageTests(ITestOutputHelper output)
{
    private static readonly GateRules Rules = Ready.Rules;

    [Fact]
    public void Every_use_of_every_provision_is_carried_and_the_report_says_by_what()
    {
        var uncarried = new List<string>();
        foreach (var provision in Night.Place.Standard.Provisions)
        {
            foreach (var use in provision.Uses)
            {
                var carriers = Carriers(provision, use).ToList();
                output.WriteLine($"{provision.Id,-7} {use,-10} {(carriers.Count == 0 ? "-" : string.Join("; ", carriers))}");
                if (carriers.Count == 0)
                {
                    uncarried.Add($"{provision.Id} {use}");
                }
            }
        }

        Assert.Equal(111, Night.Place.Standard.Provisions.Length);
        Assert.True(uncarried.Count == 0, "Carried by nothing: " + string.Join(", ", uncarried));
    }

    [Fact]
    public void In_each_service_that_a_provision_binds_something_stands_for_it()
    {
        var uncarried =
            from service in Night.Place.Standard.Services
            let procedure = Night.Place.Procedures.InForce(service.Id)!
            from provision in Night.Place.Standard.Provisions
            where provision.Binds(service.Id) && !provision.Services.IsEmpty && !Stands(procedure, provision.Id)
            select $"{provision.Id} in {service.Id}";

        Assert.Empty(uncarried);
    }

    private static IEnumerable<string> Carriers(Provision provision, Use use) => use switch
    {
        Use.Conduct => Questions().Contains(provision.Id) ? ["answers"] : [],
        Use.Checklist => In(procedure => procedure.Steps.Where(step => step.Provisions.Contains(provision.Id)).Select(step => "line " + step.Id)
            .Concat(procedure.Phases.Where(phase => phase.Rules.Contains(provision.Id)).Select(phase => "rules before " + phase.Id))),
        Use.Gate => Rules.Checks.Where(check => check.Provision == provision.Id).Select(check => "check " + check.Check.Id)
            .Concat(In(procedure => procedure.Steps.Where(step => step.Gives is not null && step.Provisions.Contains(provision.Id)).Select(step => $"line {step.Id} for the gate")))
            .Concat(provision.Id == "6.5-2" ? Restoring() : [])
            .Concat(provision.Id == "7-5" ? In(procedure => procedure.Phases.Where(phase => phase.Gate is not null && phase.Provisions.Contains("7-5")).Select(phase => "gate of " + phase.Id)) : []),
        Use.Form => In(procedure => procedure.Steps.Where(step => step.Provisions.Contains(provision.Id) && (step.Form is not null || step.Marks == Mark.DataChanged))
            .Select(step => step.Form is { } form ? "form " + form : "record " + step.Id)
            .Concat(procedure.Duties.Where(duty => duty.Form is not null && duty.Provisions.Contains(provision.Id)).Select(duty => "form " + duty.Form))),
        Use.Reminder => In(procedure => procedure.Duties.Where(duty => duty.Provisions.Contains(provision.Id)).Select(duty => "reminder " + duty.Id)),
        Use.Guard => In(procedure => procedure.Phases.Where(phase => phase.Guard.Contains(provision.Id)).Select(phase => "guard of " + phase.Id)),
        _ => Escalations(provision.Id),
    };

    // 6.5-1: who is told at once; 5.2-12: the project manager first; 6.5-2: restoring goes first, so time, peak and freeze are waived for it.
    private static IEnumerable<string> Escalations(string provision) => provision switch
    {
        "6.5-1" when Night.Open.Chain[0].People.Contains(Night.Support) && Night.Open.Chain[0].People.Contains(Night.Head) => ["alarm to product support and the head"],
        "6.5-2" when Late.Decide().Advice.En.Contains("estore first", StringComparison.Ordinal) => ["the answer to who restores: restore first"],
        "5.2-12" when Night.Raised(Night.Outage with { Trouble = SiteBot.Escalation.Trouble.WorksStopped }).After.Chain[0].People.Contains(Night.Manager) => ["alarm to the project manager"],
        _ => [],
    };

    private static IEnumerable<string> Restoring() => Late.Decide().Checks.Where(check => check.State == CheckState.Waived).Select(check => "waives " + check.Id);

    // Ten in the morning, while service is down.
    private static Facts Late => Ready.Upgrade.When(Ready.At("2026-03-11T10:00:00+08:00")).Restoring();

    private static bool Stands(Procedure procedure, string provision) =>
        procedure.Always.Contains(provision) || procedure.Phases.Any(phase => phase.Provisions.Contains(provision) || phase.Rules.Contains(provision) || phase.Guard.Contains(provision))
        || procedure.Steps.Any(step => step.Provisions.Contains(provision)) || procedure.Duties.Any(duty => duty.Provisions.Contains(provision));

    private static IEnumerable<string> In(Func<Procedure, IEnumerable<string>> carriers) =>
        Night.Place.Standard.Services.SelectMany(service => carriers(Night.Place.Procedures.InForce(service.Id)!)).Distinct();

    private static HashSet<string> Questions() =>
    [
        .. System.IO.Directory.EnumerateFiles(Path.Combine(Shipped.Dialogs, "language", "questions"), "*.txt").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith('[')).Select(line => line.Trim('[', ']', ' ')),
    ];
}
