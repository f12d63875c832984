using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class UpgradeTests
{
    [Fact]
    public async Task An_upgrade_in_Berlin_goes_from_its_form_to_closed_in_English()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Anna;
        await scene.BerlinHead.Says("hello");
        var job = await Job.Begin(
            scene, engineer, "upgrade", "start an upgrade",
            ("f_site", "BER-001"), ("f_equipment", "MSC-B1"), ("f_current", "V3.08.20"), ("f_target", "V3.08.21"), ("f_date", "2026-03-11"), ("f_from", "00:00"), ("f_to", "04:00"), ("f_minutes", "90"));
        await scene.Settle();
        await scene.ProductSupport.Presses("consent.approve");
        await scene.BerlinHead.Presses("consent.approve");

        Assert.Contains("6.5-6", await job.WalkTo("version_checked"), StringComparison.Ordinal);
        await job.WalkTo(null);
        Assert.Contains("6.3-9", await job.Asks("can I upgrade now?"), StringComparison.Ordinal);
        await scene.ForwardTo("2026-03-11T00:10:00+01:00");
        await job.Asks("can I upgrade now?");
        await engineer.Presses("operation.start");
        await scene.Forward("PT1H");
        await engineer.Presses("operation.end", "done", ("f_issues", "none"));

        // 6.4-2: a training that took place has its signed record; 6.5-8: no problem of the version.
        job.Denying("version_problem");
        Assert.Contains("6.4-2", await job.WalkTo("training_record"), StringComparison.Ordinal);
        await job.WalkTo("follow_up_call");
        Assert.Contains("The visit is closed", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
