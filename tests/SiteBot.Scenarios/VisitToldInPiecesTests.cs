using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

public sealed class VisitToldInPiecesTests
{
    [Fact]
    public async Task The_only_equipment_of_a_site_need_not_be_told()
    {
        await using var scene = await Scene.Set();
        await scene.Anna.Says("start a maintenance visit");

        var said = string.Join('\n', (await scene.Anna.Says("Berlin Mitte")).Select(post => post.Says));

        Assert.Contains("equipment MSC-B1", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tells_nothing_of_the_visit_changes_nothing_of_it()
    {
        await using var scene = await Scene.Set();
        await scene.Anna.Says("start a maintenance visit at Berlin Mitte");

        var said = string.Join('\n', (await scene.Anna.Says("I will be 30 minutes late")).Select(post => post.Says));

        Assert.DoesNotContain("minutes 30", said, StringComparison.Ordinal);
    }
}
