using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class InspectionTests
{
    [Fact]
    public async Task An_inspection_looks_by_day_is_followed_and_ends_with_its_summary()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Anna;
        var job = await Job.Begin(
            scene, engineer, "inspection", "start an inspection", ("f_site", "BER-001"), ("f_equipment", "MSC-B1"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"), ("f_minutes", "120"));

        // 6.2-3 before travelling, 6.3-4 at the door; a mere look may be by day and needs no consent of the regional office.
        await job.WalkTo("enter_room");
        Assert.Contains("6.3-4", job.Asked!.Says, StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T10:00:00+01:00");
        await job.WalkTo(null);
        var verdict = await job.Asks("may I check the alarms now?");
        Assert.DoesNotContain("6.5-3", verdict, StringComparison.Ordinal);
        await engineer.Presses("operation.start");
        await scene.Forward("PT1H");
        await engineer.Presses("operation.end", "done", ("f_issues", "none"));

        await job.WalkTo("effect_followed");
        Assert.Contains("6.4-1", job.Asked!.Says, StringComparison.Ordinal);
        await job.WalkTo("report");
        Assert.Contains("Equipment inspection summary report", (await engineer.Presses("form.produce", "inspection_summary")).Says, StringComparison.Ordinal);
        Assert.Contains("The visit is closed", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
