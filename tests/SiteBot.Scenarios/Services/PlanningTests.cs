using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class PlanningTests
{
    [Fact]
    public async Task A_planning_project_meets_the_leaders_minutes_its_meetings_and_goes_through_its_report()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Anna;
        var job = await Job.Begin(scene, engineer, "planning", "start a network planning visit", ("f_site", "BER-001"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));

        Assert.Contains("7-1", await job.WalkTo("tools_ready"), StringComparison.Ordinal);
        Assert.Contains("7-2", await job.WalkTo("meet_leaders"), StringComparison.Ordinal);

        // 7-3: an important meeting is minuted; 7-4: important measures are confirmed, or there are none, with the reason.
        await job.Tells("minutes", ("f_subject", "coverage of the east district"));
        Assert.Contains("Meeting minutes", (await engineer.Presses("form.produce", "meeting_minutes")).Says, StringComparison.Ordinal);
        await engineer.Says("continue");
        Assert.Contains("7-4", await job.WalkTo("measures_confirmed"), StringComparison.Ordinal);
        await engineer.Presses("step.skip", "measures_confirmed", ("f_reason", "no important measures"));

        Assert.Contains("7-6", await job.WalkTo("planning_report"), StringComparison.Ordinal);
        Assert.Contains("The visit is closed", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
