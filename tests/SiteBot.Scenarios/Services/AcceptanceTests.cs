using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

public sealed class AcceptanceTests
{
    [Fact]
    public async Task An_acceptance_is_signed_watched_after_its_cutover_handed_over_with_its_documents_and_closed()
    {
        await using var scene = await Scene.Set(withDrive: true);
        var engineer = scene.Anna;
        var job = await Job.Begin(
            scene, engineer, "acceptance", "start an acceptance", ("f_site", "BER-001"), ("f_equipment", "MSC-B1"), ("f_date", "2026-03-11"), ("f_from", "09:00"), ("f_to", "17:00"));

        // 5.4-2: the record is signed by the customer; where photos are not allowed, a name with a witness stands for the paper.
        job.Denying("ask_photo");
        Assert.Contains("5.4-2", await job.WalkTo("acceptance_record"), StringComparison.Ordinal);
        Assert.Contains("witness", (await engineer.Presses("step.done", "acceptance_record", ("f_by", "Mr Zhang"))).Note, StringComparison.OrdinalIgnoreCase);
        await job.Answer();

        // 5.4-3: an open issue goes into the project memo.
        await job.Tells("open_issues", ("f_what", "two labels are missing"));
        Assert.Contains("Project memo", (await engineer.Presses("form.produce", "project_memo")).Says, StringComparison.Ordinal);

        // 5.4-5: where a cutover took place it is watched: the default policy says three days.
        await engineer.Says("continue");
        await job.WalkTo("cutover_watched");
        var early = await engineer.Presses("step.done", "cutover_watched");
        Assert.Contains("never under 24 hours (5.4-5)", early.Says, StringComparison.Ordinal);
        Assert.Contains("3 of them is policy", early.Says, StringComparison.Ordinal);
        job.Watches = async () =>
        {
            await scene.Forward("P1D");
            Assert.Contains("5.4-5", await job.DoesItsDuties(), StringComparison.Ordinal);
            await engineer.Says("continue");
        };

        Assert.Contains("5.4-4", await job.WalkTo("documents_handed"), StringComparison.Ordinal);
        Assert.Contains("The visit is closed", await job.LeavesAndCloses(), StringComparison.Ordinal);
        job.WasRefusedByEveryGuard();
    }
}
