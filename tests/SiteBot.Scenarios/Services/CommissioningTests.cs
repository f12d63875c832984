using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class CommissioningTests
{
    [Fact]
    public async Task A_commissioning_asks_for_the_wrist_strap_reports_weekly_and_fills_in_its_test_record()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Anna;
        var job = await Job.Begin(
            scene, engineer, "commissioning", "start a commissioning", ("f_site", "BER-001"), ("f_equipment", "MSC-B1"), ("f_date", "2026-03-17"), ("f_from", "09:00"), ("f_to", "17:00"));

        // 5.3-4: each week of the project, to the project manager; drawing the report up does it.
        engineer.New();
        await scene.ForwardTo("2026-03-17T09:30:00+01:00");
        Assert.Contains(engineer.New(), post => post.Says.Contains("5.3-4", StringComparison.Ordinal));
        Assert.Contains("Project weekly report", (await engineer.Presses("form.produce", "project_weekly_report")).Says, StringComparison.Ordinal);
        Assert.False(await job.Owes("project_weekly"));

        // 5.3-3: a coat is not enough under power.
        await engineer.Says("continue");
        Assert.Contains("5.3-3", await job.WalkTo("wrist_strap"), StringComparison.Ordinal);
        await job.Asks("may I power on now?");
        Assert.Contains("5.3-3", (await engineer.Presses("gate.ask", "no")).Says, StringComparison.Ordinal);
        await job.WalkTo("by_the_guides", orNothing: true);
        await job.Asks("may I power on now?");
        await engineer.Presses("gate.ask", "no");
        await engineer.Presses("operation.start");
        await scene.Forward("PT2H");
        await engineer.Presses("operation.end", "done", ("f_issues", "none"));

        // 5.5-3 and 5.3-2: tested whole and on record before it is complete.
        await engineer.Says("continue");
        Assert.Contains("5.3-2", await job.WalkTo("test_record"), StringComparison.Ordinal);
        Assert.Contains("Commissioning test record", (await engineer.Presses("form.produce", "commissioning_test_record")).Says, StringComparison.Ordinal);
        Assert.Contains("The visit is closed", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
