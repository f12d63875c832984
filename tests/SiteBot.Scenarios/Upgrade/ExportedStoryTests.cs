using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The visit's history reads as a story, in both languages.</summary>
public sealed class ExportedStoryTests
{
    [Theory]
    [InlineData("zh", "王芳代表办事处负责人同意", "李明开始操作：版本升级", "李明操作结束：完成", "李明离开现场（不再返回）")]
    [InlineData("en", "Wang Fang consented as the head of the regional office", "Li Ming began: version upgrade", "Li Ming ended the operation: done", "Li Ming left the site (for good)")]
    public async Task It_tells_the_night_in_order(string language, params string[] moments)
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();

        var story = await scene.Export(Night.Visit, language);

        var at = moments.Select(moment => story.IndexOf(moment, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }
}
