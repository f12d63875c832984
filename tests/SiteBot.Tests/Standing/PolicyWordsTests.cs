using SiteBot.Standing;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Standing;

/// <summary>"Which policy holds here?", as people ask it.</summary>
public sealed class PolicyWordsTests
{
    [Theory]
    [InlineData("which policy holds here?", null)]
    [InlineData("What policy applies here", null)]
    [InlineData("policy", null)]
    [InlineData("show me the policy of BJ-077", "BJ-077")]
    [InlineData("which policy holds at Haidian equipment room?", "BJ-077")]
    [InlineData("这里按什么规定", null)]
    [InlineData("这里按什么规定？", null)]
    [InlineData("本站点执行什么政策", null)]
    [InlineData("本站点的政策", null)]
    [InlineData("海淀机房的政策是什么", "BJ-077")]
    [InlineData("BJ-042 按什么规定办", "BJ-042")]
    public void It_is_read_with_the_site_that_it_names(string message, string? site)
    {
        Assert.True(PolicyWords.Ask(message, Place.Directory, out var named));
        Assert.Equal(site, named?.Id);
    }

    [Theory]
    [InlineData("what rules apply to smoking in the room?")]
    [InlineData("插U盘有什么规定")]
    [InlineData("can I upgrade now")]
    [InlineData("备份好了")]
    [InlineData("封网 北京 2027-02-05 至 2027-02-20 春节")]
    public void Other_messages_are_left_alone(string message) => Assert.False(PolicyWords.Ask(message, Place.Directory, out _));
}
