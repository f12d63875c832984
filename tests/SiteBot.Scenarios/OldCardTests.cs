using SiteBot.Scenarios.Stage;
using SiteBot.Scenarios.Upgrade;

namespace SiteBot.Scenarios;

/// <summary>A card opened from an old message shows the truth of now, in its reader's language; looking changes nothing and tells nobody.</summary>
public sealed class OldCardTests
{
    [Fact]
    public async Task An_old_step_that_was_told_by_text_since_shows_so_and_its_presses_are_gone()
    {
        await using var scene = await Scene.Set();
        await scene.OpensTheBackup();
        var old = scene.CardsOf(Actor.PersonalChatOf(scene.Engineer.UserId))[^1];
        Assert.Contains(old.Card!.Buttons, button => button.Verb == "step.done");
        await scene.TakesTheBackup();
        await scene.Settle();
        var (story, posts) = (await scene.Export(Night.Visit, "zh"), scene.Channel.Posts.Count);

        var now = await scene.Engineer.Presses(old, old.Card.Button("refresh"));

        Assert.Contains("10.1.1.5:/bk", now.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(now.InPlace!.Buttons, button => button.Verb is "step.done" or "step.no");
        Assert.Empty(now.InPlace.Inputs);
        Assert.Empty(now.Messages);
        Assert.Equal((story, posts), (await scene.Export(Night.Visit, "zh"), scene.Channel.Posts.Count));
    }

    [Fact]
    public async Task The_walk_does_not_go_on_by_looking_at_the_step_that_it_asked()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("继续");
        var asked = scene.CardsOf(Actor.PersonalChatOf(scene.Engineer.UserId)).Last(post => post.Card!.Buttons.Any(button => button.Verb == "step.done"));

        // A colleague tells it meanwhile.
        var help = (await scene.Contractor.Says("帮助")).Last(post => post.Card is not null);
        var told = await scene.Contractor.Presses(help, asked.Card!.Button("step.done"), [.. asked.Card.Inputs.Select(input => (input.Id, input.Choices.Count > 0 ? input.Choices[0] : "李四"))]);
        Assert.Null(told.Note);
        await scene.Settle();

        var now = await scene.Engineer.Presses(asked, asked.Card.Button("refresh"));

        Assert.Empty(now.Messages);
        Assert.DoesNotContain(now.InPlace!.Buttons, button => button.Verb == "step.done");
    }

    [Fact]
    public async Task Status_and_checklist_are_drawn_from_the_facts_of_now()
    {
        await using var scene = await Scene.Set();
        var status = (await scene.Engineer.Says("现在进展怎样")).Last(post => post.Card is not null);
        var checklist = (await scene.Engineer.Says("还差什么")).Last(post => post.Card is not null);
        await scene.TakesTheBackup();
        await scene.AsksForConsents();

        Assert.Contains("待答复", (await scene.Engineer.Presses(status, status.Card!.Button("refresh"))).Says, StringComparison.Ordinal);
        var now = await scene.Engineer.Presses(checklist, checklist.Card!.Button("refresh"));
        Assert.NotEqual(checklist.Says, now.Says);
        Assert.Equal("checklist", now.InPlace!.Button("refresh").Data.GetProperty("card").GetString());
    }

    [Fact]
    public async Task The_visits_card_in_the_channel_names_who_must_act_and_shows_each_their_own_view()
    {
        await using var scene = await Scene.Set(directory: directory => directory.Of("wang.fang", "language: zh", "language: en"));
        await scene.AsksForConsents();
        var card = scene.ChannelCards().Last(post => post.Says.Contains("MSC-1", StringComparison.Ordinal));
        var named = card.Activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()!).ToHashSet();

        Assert.Equal(["user-id-0", "user-id-2", "user-id-3"], named.Order());
        var head = await scene.OfficeHead.Presses(card, card.Card!.Button("refresh"));
        Assert.Contains(head.InPlace!.Buttons, button => button.Data.ToString().Contains("\"consent\"", StringComparison.Ordinal));
        Assert.Contains("Version upgrade", head.Says, StringComparison.Ordinal);
        Assert.DoesNotContain((await scene.Engineer.Presses(card, card.Card.Button("refresh"))).InPlace!.Buttons, button => button.Data.ToString().Contains("\"consent\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_of_what_was_done_since_says_so()
    {
        await using var scene = await Scene.Set();
        await scene.HasLeft();
        await scene.ForwardTo("2026-03-12T09:00:00+08:00");
        var reminder = scene.CardsOf(Actor.PersonalChatOf(scene.Engineer.UserId)).Last(post => post.Card!.Buttons.Any(button => button.Verb == "refresh" && button.Data.GetProperty("card").GetString() == "reminder"
            && button.Data.GetProperty("duty").GetString() == "daily_record"));
        Assert.Contains(reminder.Card!.Buttons, button => button.Verb == "duty.done");
        while (!(await scene.Engineer.Says("日报写了"))[0].Says.Contains(reminder.Card.Button("duty.done").Data.GetProperty("occasion").GetString()!, StringComparison.Ordinal))
        {
            Assert.Contains("已记录", scene.Engineer.Last.Says, StringComparison.Ordinal);
        }

        var now = await scene.Engineer.Presses(reminder, reminder.Card.Button("refresh"));

        Assert.Equal("duty", now.InPlace!.Button("refresh").Data.GetProperty("card").GetString());
        Assert.DoesNotContain(now.InPlace.Buttons, button => button.Verb == "duty.done");
    }
}
