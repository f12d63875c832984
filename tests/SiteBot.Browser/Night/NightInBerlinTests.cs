using SiteBot.Chromium.Chat;

namespace SiteBot.Browser.Night;

/// <summary>The good night in English, from the task to the closed follow-up: Anna Berg upgrades the switch of Berlin Mitte, and two may answer for product support.</summary>
public sealed class NightInBerlinTests(OpenBrowser browser) : IClassFixture<OpenBrowser>
{
    [Fact]
    public async Task An_upgrade_goes_from_the_task_to_the_closed_follow_up()
    {
        using var directory = new ChangedDirectory(
            ("zhao.lei", "language: zh", "language: en"), ("chen.yu", "language: zh", "language: en"),
            ("chen.yu", "roles: [remote_support, expert]", "roles: [product_support, remote_support, expert]"));
        await using var host = await ServingHost.Start($"--Directory:Path={directory.Path}", "--Local:Sample=true");
        await using var window = await ChatWindow.Open(browser.Chromium, host.Address, NightWindow.Wide);
        var engineer = await window.OpenAs("anna.berg");
        var head = await window.OpenAs("karl.weiss");
        var support = await window.OpenAs("zhao.lei");
        var colleague = await window.OpenAs("chen.yu");
        var channel = await window.OpenChannel("team-ber");

        // By day: the task, and the consents are asked for at once.
        await engineer.Says("start an upgrade of MSC-B1 at BER-001 to V3.08.21, tomorrow 00:00 to 04:00, 2 hours");
        await engineer.SeesCard("MSC-B1");
        await engineer.Says("yes");
        await engineer.SeesCard("Consents asked for, waiting");
        await head.SeesCard("Your consent, please: Version upgrade");
        await support.SeesCard("Your consent, please: Version upgrade");
        await colleague.SeesCard("Your consent, please: Version upgrade");
        await channel.SeesCard("waiting Product support");
        await window.Screenshot("night-en-1-asked");

        // The first answer counts: the colleague's card closes too.
        await support.Presses("Approve");
        await support.SeesCard("Approved: Version upgrade");
        await colleague.SeesCard("Zhao Lei approved it");
        await colleague.SeesNoButton("Approve");
        await channel.SeesCard("approved Product support");
        await channel.SeesCard("waiting Head of the regional office");
        await head.Presses("Approve");
        await head.SeesNoButton("Approve");
        await channel.SeesCard("approved Head of the regional office");
        await channel.SeesNoCard("waiting Head of the regional office");

        // The preparation by text; the plan by card.
        await engineer.Tells(
            ("phoned the customer, Mr Meyer, Mr Schmidt assists", "On record: 2 "), ("3 4 5 6 done", "On record: 3 "),
            ("rollback takes 30 minutes, steps at server:/rollback", "On record: 7 "), ("plan agreed by Mr Meyer", "On record: 9 "),
            ("customer agreed, Mr Meyer", "On record: 10 "), ("told remote support Chen Yu", "On record: 11 "), ("all packed", "On record: 13 "));
        await engineer.Says("where does it stand");
        await engineer.Presses("Change the plan");
        await engineer.Chooses("Are you sure of the operation?", "yes");
        await engineer.Fills("Why it is changed", "I have done it before");
        await engineer.Presses("Save the plan");
        await engineer.SeesNoButton("Save the plan");
        await channel.SeesCard("approved Product support");

        // At the door, and in.
        await window.ClockTo("2026-03-10T23:20");
        await engineer.Tells(
            ("arrived", "On record: 14 "), ("rules read", "On record: 15 "), ("let in by Mr Krause", "On record: 17 "), ("18 does not apply: not asked for", "On record: 18 "),
            ("items placed", "On record: 19 "), ("online allowed", "On record: 20 "), ("photos allowed", "On record: 21 "), ("procedure at hand", "On record: 22 "),
            ("request signed by Mr Meyer, witness Mr Krause", "On record: 23 "), ("escort Mr Schmidt", "On record: 24 "), ("backup done 10.1.1.5:/bk verified", "On record: 26 "));
        await channel.SeesCard("Operation 4/4");
        await engineer.SeesNoButton("Close the visit");

        // Midnight: a go, and the operation.
        await window.ClockForward("midnight");
        await engineer.Says("can I upgrade now?");
        await engineer.SeesCard("begin by 02:00");
        await window.Screenshot("night-en-2-go");
        await engineer.Presses("Begin the operation");
        await engineer.SeesCard("Running: roll back by 03:30");
        await engineer.SeesNoCard("begin by 02:00");
        await channel.SeesCard("Roll back by 03:30");
        await head.SeesNoButton("Take it back");
        await window.Screenshot("night-en-3-running");
        await window.ClockForward("hour");
        await engineer.Fills("Open issues", "none");
        await engineer.Presses("Done");
        await engineer.SeesCard("The operation is done");
        await head.SeesCard("The operation is done");
        await support.SeesCard("The operation is done");
        await engineer.Tells(
            ("all tests passed", "On record: 29 "), ("service is normal", "On record: 30 "), ("open issues: none", "On record: 31 "), ("reported to Mr Meyer", "On record: 32 "),
            ("no training", "On record: 33 "), ("site cleared", "On record: 35 "), ("daily work record written", "On record: Daily work record 2026-03-10"));

        // Leaving, and the days after.
        await engineer.Says("may I leave");
        await engineer.Presses("Leave for good");
        await engineer.SeesCard("5 owed");
        await channel.SeesCard("On site left for good");
        await window.Screenshot("night-en-4-left");
        await window.PhoneOf(engineer, "night-en-4-left-phone");
        await window.ClockForward("day");
        await window.ClockForward("day");
        await engineer.SeesCard("Follow up within three days");
        await head.SeesCard("This morning: visits 1");
        await engineer.Tells(
            ("followed up with Mr Meyer, all runs well", "On record: 36 "), ("no version problem", "On record: 37 "), ("report submitted", "On record: 39 "),
            ("archived", "On record: 40 "), ("daily work record written", "On record: Daily work record 2026-03-11"));
        await engineer.Says("the work is done, close the visit");
        await engineer.SeesCard("The visit is closed");
        await channel.SeesCard("The visit is closed");
        await window.Screenshot("night-en-5-closed");

        Assert.DoesNotMatch("[\\u4e00-\\u9fff]", (await channel.Element.Locator(".chat").InnerTextAsync()));
        Assert.Empty(window.Troubles);
    }
}
