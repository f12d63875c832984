using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>A card in the channel: each sees their own view of it, and an old one tells the truth of now.</summary>
public sealed class ChannelCardTests
{
    [Fact]
    public async Task Who_must_act_sees_presses_others_the_state_and_a_stranger_nothing()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();
        var card = scene.ChannelCards().Last(post => post.Card!.Buttons.Any(button => button.Verb == "refresh" && button.Data.GetProperty("card").GetString() == "alarm"));
        Assert.Contains("<at>", card.Activity.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("mention", card.Activity.GetProperty("entities")[0].GetProperty("type").GetString());
        Assert.Equal(["refresh"], card.Card!.Buttons.Select(button => button.Verb));
        var named = card.Activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString());
        Assert.Superset(new HashSet<string?> { "user-id-2", "user-id-3" }, named.ToHashSet());
        var refresh = card.Card.Button("refresh");

        // Each sees their own.
        Assert.Contains((await scene.OfficeHead.Presses(card, refresh)).InPlace!.Buttons, button => button.Verb == "alarm.acknowledge");
        Assert.DoesNotContain((await scene.Engineer.Presses(card, refresh)).InPlace!.Buttons, button => button.Verb == "alarm.acknowledge");
        var posts = scene.Channel.Posts.Count;
        var stranger = await scene.Stranger.Presses(card, refresh);
        Assert.Null(stranger.InPlace);
        Assert.Contains("directory", stranger.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("BJ-042", stranger.Note, StringComparison.Ordinal);
        Assert.Equal(posts, scene.Channel.Posts.Count);

        // The old card, opened once it is acknowledged and once it is over.
        var own = await scene.OfficeHead.Presses(card, refresh);
        await scene.OfficeHead.Presses(card, own.InPlace!.Button("alarm.acknowledge"));
        var later = await scene.ProductSupport.Presses(card, refresh);
        Assert.Contains("王芳", later.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(later.InPlace!.Buttons, button => button.Verb == "alarm.acknowledge");
        await scene.OfficeHead.Presses(card, own.InPlace.Button("alarm.resolve"), ("f_what", "倒换到备板"));
        var over = await scene.ProductSupport.Presses(card, refresh);
        Assert.Contains("倒换到备板", over.Says, StringComparison.Ordinal);
        Assert.Equal(["refresh"], over.InPlace!.Buttons.Select(button => button.Verb).Distinct());
    }
}
