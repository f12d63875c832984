using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>The newcomer's first question, in both languages, and the wrong turns around it.</summary>
public sealed class FirstQuestionTests
{
    [Fact]
    public async Task The_first_question_shows_a_full_verdict_with_what_stands_in_the_way()
    {
        await using var scene = await Scene.Set();

        var answer = Assert.Single(await scene.Engineer.Says("可以升级了吗？"));

        Assert.Contains("6.3-9", answer.Says, StringComparison.Ordinal);
        Assert.Contains("6.5-3", answer.Says, StringComparison.Ordinal);
        Assert.Contains("备份", answer.Says, StringComparison.Ordinal);
        Assert.Contains("+86 755 5550 0004", answer.Says.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_in_English_is_answered_in_English()
    {
        await using var scene = await Scene.Set();

        var answer = Assert.Single(await scene.Engineer.Says("can I upgrade now?"));

        Assert.Contains("backup", answer.Says, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("备份", answer.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_text_gets_help_and_a_stranger_is_told_whom_to_ask()
    {
        await using var scene = await Scene.Set();

        Assert.NotNull(Assert.Single(await scene.Engineer.Says("qwertz uiop")).Card);
        var told = Assert.Single(await scene.Stranger.Says("may I smoke in the equipment room?"));
        Assert.Contains("Root Admin", told.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("4.2-7", told.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_activity_gets_the_same_answer_and_has_one_effect()
    {
        await using var scene = await Scene.Set();

        var first = await scene.Engineer.Says("可以升级了吗？", "same-activity");
        var again = await scene.Engineer.Says("可以升级了吗？", "same-activity");

        Assert.Equal(first.Single().Says, again.Single().Says);
    }
}
