using NodaTime;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;

namespace SiteBot.Tests.Visits;

public sealed class TenServicesTests
{
    public static TheoryData<string> Services { get; } = [.. Night.Place.Standard.Services.Select(service => service.Id)];

    /// <summary>Every guard of every service, with its phase.</summary>
    public static TheoryData<string, string, string> Guards
    {
        get
        {
            var guards = new TheoryData<string, string, string>();
            foreach (var service in Night.Place.Standard.Services)
            {
                foreach (var phase in Night.Place.Procedures.InForce(service.Id)!.Phases)
                {
                    foreach (var guard in phase.Guard)
                    {
                        guards.Add(service.Id, phase.Id, guard);
                    }
                }
            }

            return guards;
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Each_service_walks_from_its_start_to_closed(string service)
    {
        var walk = new Walk(service).Until(null);

        Assert.False(walk.Visit.WasCancelled);
        Assert.Equal(walk.Checklist.Owed, walk.Checklist.Done);
        Assert.Empty(ClosingLedger.Of(walk.Visit, walk.Workplace, walk.Now));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_contractor_walks_each_service_too_and_shows_the_card(string service)
    {
        var walk = new Walk(service, lead: "sun.bo").Until(null);

        Assert.Equal(StepOutcome.Done, walk.Visit.Steps["work_card"].Outcome);
    }

    [Fact]
    public void Whether_the_service_runs_is_not_asked_before_the_operation() => Assert.All(
        Night.Place.Standard.Services.Select(service => Night.Place.Procedures.InForce(service.Id)!).Where(procedure => procedure.FindStep("service_normal") is not null),
        procedure => Assert.DoesNotContain(procedure.PhaseOf("service_normal")!.Gate?.Operation, new[] { "upgrade", "cutover", "data_change", "read_only" }));

    [Theory]
    [MemberData(nameof(Guards))]
    public void Each_guard_refuses_to_go_on_while_what_it_asks_for_is_not_told(string service, string phase, string guard)
    {
        var procedure = Night.Place.Procedures.InForce(service)!;
        var walk = new Walk(service).Until(null);
        var carries = procedure.Phases.TakeWhile(known => known.Id != phase).Append(procedure.FindPhase(phase)!).SelectMany(known => known.Steps)
            .Where(step => step.Provisions.Contains(guard) && !step.AsNeeded).ToList();
        Assert.NotEmpty(carries);

        // The same visit, open again and with one step taken back.
        foreach (var step in carries.Where(step => walk.Visit.Steps.ContainsKey(step.Id)))
        {
            var visit = walk.Visit with { EndedAt = null, Steps = walk.Visit.Steps.Remove(step.Id) };
            var list = Checklist.Of(visit, walk.Workplace, walk.Now);

            Assert.Contains(list.OpenGuardsOf(phase), open => open.Provision == guard);
            Assert.Equal("close-owed", CloseVisit.Decide(visit, walk.Workplace, walk.Now, walk.By).Refusal?.Code);
            foreach (var later in procedure.Phases.SkipWhile(known => known.Id != phase).Skip(1).SelectMany(known => known.Steps).Where(known => !known.AsNeeded && known.Marks != Mark.Arrived).Take(1))
            {
                var refusal = TellStep.Decide(visit, walk.Answer(list.Find(later.Id)!), walk.Workplace, walk.Now, walk.By).Refusal;
                Assert.Equal("guard-open", refusal?.Code);
                Assert.Contains(guard, refusal!.Sentence.En, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_story_tells_every_fact_in_both_languages(string service)
    {
        var walk = new Walk(service).Until(null);

        var story = VisitStory.Of(walk.Visit.Id, walk.Change.Facts, walk.Workplace);

        Assert.Equal(walk.Change.Facts.Length, story.Length);
        Assert.All(story, line => Assert.False(string.IsNullOrWhiteSpace(line.What.Zh) || string.IsNullOrWhiteSpace(line.What.En)));
        Assert.All(story, line => Assert.DoesNotContain("_", line.What.En, StringComparison.Ordinal));
    }
}
