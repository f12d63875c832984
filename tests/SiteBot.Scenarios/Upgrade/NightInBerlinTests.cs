using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The good night in English, from the task to the closed follow-up: Anna Berg upgrades the switch of Berlin Mitte.</summary>
public sealed class NightInBerlinTests
{
    [Fact]
    public async Task An_upgrade_goes_from_the_task_to_the_closed_follow_up()
    {
        await using var scene = await Scene.Set();
        var anna = scene.Anna;
        await scene.BerlinHead.Installs();

        // By day: the task, the consents asked at once, the preparation by text.
        await anna.Says("start an upgrade of MSC-B1 at BER-001 to V3.08.21, tomorrow 00:00 to 04:00, 2 hours");
        var begun = await anna.Says("yes");
        Assert.Contains(begun, post => post.Says.Contains("Consents asked for, waiting", StringComparison.Ordinal));
        await scene.Settle();
        await scene.BerlinHead.Presses("consent.approve");
        await scene.ProductSupport.Presses("consent.approve");
        await scene.Settle();
        await Tells(anna,
            "phoned the customer, Mr Meyer, Mr Schmidt assists", "3 4 5 6 done", "rollback takes 30 minutes, steps at server:/rollback", "plan agreed by Mr Meyer",
            "customer agreed, Mr Meyer", "told remote support Chen Yu", "all packed");
        await anna.Presses("visit.plan_form");
        await anna.Presses("visit.plan", ("f_sure", "yes"), ("f_reason", "I have done it before"));
        Assert.DoesNotContain("waiting", ChannelCard(scene), StringComparison.Ordinal);

        // At the door, and in.
        await scene.ForwardTo("2026-03-10T23:20:00+01:00");
        await Tells(anna,
            "arrived", "rules read", "let in by Mr Krause", "18 does not apply: not asked for", "items placed", "online allowed", "photos allowed", "procedure at hand",
            "request signed by Mr Meyer, witness Mr Krause", "escort Mr Schmidt", "backup done 10.1.1.5:/bk verified");

        // All is told that can be told before: the operation comes next, and nobody is offered to close the visit.
        Assert.Equal("gate.ask", anna.Last.Card!.Buttons[0].Verb);
        Assert.DoesNotContain(anna.Last.Card.Buttons, button => button.Verb == "visit.close");

        // Midnight.
        await scene.ForwardTo("2026-03-11T00:00:00+01:00");
        Assert.Contains("begin by 02:00", (await anna.Says("can I upgrade now?"))[0].Says.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("03:30", (await anna.Presses("operation.start")).Says, StringComparison.Ordinal);
        await scene.Forward("PT1H");
        Assert.Contains("The operation is done", (await anna.Presses("operation.end", "done", ("f_issues", "none"))).Says, StringComparison.Ordinal);
        await scene.Settle();
        Assert.Contains("The operation is done", scene.BerlinHead.Last.Says, StringComparison.Ordinal);
        await Tells(anna, "all tests passed", "service is normal", "open issues: none", "reported to Mr Meyer", "no training", "site cleared", "daily work record written");
        Assert.Contains("Follow up within three days", (await anna.Says("leaving the site for good"))[0].Says, StringComparison.OrdinalIgnoreCase);

        // The days after.
        await scene.ForwardTo("2026-03-12T09:00:00+01:00");
        Assert.Contains(anna.Received, post => post.Says.StartsWith("Follow up within three days", StringComparison.OrdinalIgnoreCase));
        await Tells(anna, "followed up with Mr Meyer, all runs well", "no version problem", "report submitted", "archived", "daily work record written");
        Assert.Contains("The visit is closed", (await anna.Says("the work is done, close the visit"))[0].Says, StringComparison.Ordinal);
        await scene.Settle();
        Assert.Contains("The visit is closed", ChannelCard(scene), StringComparison.Ordinal);
        Assert.All(scene.ChannelCards("team-ber"), card => Assert.DoesNotMatch("[\\u4e00-\\u9fff]", card.Says));
    }

    private static async Task Tells(Actor engineer, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Contains(await engineer.Says(text), answer => answer.Says.StartsWith("On record", StringComparison.Ordinal));
        }
    }

    private static string ChannelCard(Scene scene) => scene.ChannelCards("team-ber")[^1].Says;
}
