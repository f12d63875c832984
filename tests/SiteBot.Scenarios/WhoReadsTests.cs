using System.Text.Json;
using SiteBot.Scenarios.Stage;
using SiteBot.Scenarios.Upgrade;

namespace SiteBot.Scenarios;

/// <summary>Who knows a visit's id reads it only with a right: its crew, those who answer for its regional office or product, those who were asked. Others are told whom to ask.</summary>
public sealed class WhoReadsTests
{
    [Fact]
    public async Task Another_regional_offices_engineer_who_learned_the_id_reads_nothing_by_any_button()
    {
        await using var scene = await Scene.Set();
        var card = (await scene.Anna.Says("help")).Last(post => post.Card is not null);
        foreach (var (verb, data) in ((string, object)[])
        [
            ("visit.status", new { visit = Night.Visit }), ("visit.checklist", new { visit = Night.Visit }), ("visit.checklist", new { visit = Night.Visit, @as = "text" }),
            ("visit.focus", new { visit = Night.Visit }), ("step.show", new { visit = Night.Visit, step = "backup" }), ("gate.ask", new { visit = Night.Visit }),
            ("form.produce", new { visit = Night.Visit, form = "service_request" }), ("form.produce", new { visit = Night.Visit, form = "slip" }), ("question.list", new { visit = Night.Visit }),
            ("visit.plan_form", new { visit = Night.Visit }), ("refresh", new { card = "status", visit = Night.Visit }), ("refresh", new { card = "step", visit = Night.Visit, step = "backup" }),
        ])
        {
            var refused = await scene.Anna.Presses(card, new Button("x", verb, JsonSerializer.SerializeToElement(data)));
            Assert.True(refused.InPlace is null && refused.Messages.Count == 0, $"{verb}: {refused.Says}");
            Assert.Contains("Li Ming", refused.Note, StringComparison.Ordinal);
            Assert.DoesNotContain("MSC-1", refused.Note, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_colleagues_its_head_and_its_project_manager_read_it()
    {
        await using var scene = await Scene.Set();
        foreach (var person in (Actor[])[scene.Contractor, scene.OfficeHead, scene.ProjectManager, scene.ProductSupport, scene.RemoteSupport])
        {
            var card = (await person.Says("帮助")).Last(post => post.Card is not null);
            Assert.Contains("MSC-1", (await person.Presses(card, new Button("x", "visit.status", JsonSerializer.SerializeToElement(new { visit = Night.Visit })))).Says, StringComparison.Ordinal);
        }
    }
}
