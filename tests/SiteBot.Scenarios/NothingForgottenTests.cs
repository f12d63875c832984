using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>Nothing is forgotten: an alarm until it is over, and what is owed until it is done.</summary>
public sealed class NothingForgottenTests
{
    [Fact]
    public async Task A_false_alarm_is_taken_back_with_one_press_for_sixty_seconds_and_all_whom_it_reached_are_told()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();
        Reached(scene);
        await Pass(scene, scene.Forward("PT50S"));

        await scene.Engineer.Presses("alarm.take_back");
        await scene.Settle();

        foreach (var one in (Actor[])[scene.ProductSupport, scene.OfficeHead])
        {
            Assert.Contains(one.New(), post => post.Says.Contains("误报", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task After_sixty_seconds_an_alarm_is_not_taken_back_any_more()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();
        var card = scene.Engineer.Received.Last(post => post.Card?.Buttons.Any(button => button.Verb == "alarm.take_back") == true);
        await Pass(scene, scene.Forward("PT61S"));
        Reached(scene);

        Assert.NotNull((await scene.Engineer.Presses(card, card.Card!.Button("alarm.take_back"))).Note);
        await scene.Settle();
        Assert.DoesNotContain(scene.OfficeHead.New(), post => post.Says.Contains("误报", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_drill_is_marked_so_on_every_card()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("演练：全站业务中断");
        await scene.Settle();

        Assert.Contains("演练", scene.ProductSupport.Last.Says, StringComparison.Ordinal);
        Assert.Contains("演练", scene.OfficeHead.Last.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_report_joins_the_first_and_a_relapse_reopens_it()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();
        var first = Alarms(scene.OfficeHead);
        Assert.Single(first);

        await scene.Engineer.Says("话务全断了");
        await scene.Settle();
        Assert.Equal(first, Alarms(scene.OfficeHead));

        await scene.Engineer.Says("业务恢复了");
        await scene.Engineer.Presses("service.told", ("f_what", "倒换到备板"));
        await scene.Settle();
        await Pass(scene, scene.Forward("PT1H"));
        await scene.Engineer.Says("又断了，全站业务中断");
        await scene.Settle();
        Assert.Equal(first, Alarms(scene.OfficeHead));
        Assert.Contains(scene.OfficeHead.Last.Card!.Buttons, button => button.Verb.StartsWith("alarm.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Silence_beyond_thirty_minutes_asks_the_engineer_and_then_the_managers()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();
        await scene.ProductSupport.Presses("alarm.acknowledge");
        await scene.Settle();
        scene.Engineer.New();
        scene.OfficeHead.New();

        await Pass(scene, scene.Forward("PT31M"));
        Assert.NotEmpty(scene.Engineer.New());
        await Pass(scene, scene.Forward("PT31M"));
        Assert.NotEmpty(scene.OfficeHead.New());
    }

    [Fact]
    public async Task A_duty_is_put_off_and_handed_on_from_its_card_and_reminds_its_new_owner()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("你好");
        await Pass(scene, scene.ForwardTo("2026-03-11T18:00:00+08:00"));
        var card = scene.Engineer.Received.Last(post => post.Card?.Buttons.Any(button => button.Verb == "duty.snooze") == true);
        scene.Engineer.New();

        await scene.Engineer.Presses(card, card.Card!.Button("duty.snooze"), ("f_hours", "4"));
        await Pass(scene, scene.ForwardTo("2026-03-12T09:00:00+08:00"));
        Assert.Contains(scene.Engineer.New(), post => post.Card?.Buttons.Any(button => button.Verb == "duty.hand_on") == true);

        var again = scene.Engineer.Received.Last(post => post.Card?.Buttons.Any(button => button.Verb == "duty.hand_on") == true);
        await scene.Engineer.Presses(again, again.Card!.Button("duty.hand_on"), ("f_to", "sun.bo"));
        await Pass(scene, scene.Forward("P1D"));
        Assert.Contains(scene.Contractor.Received, post => post.Card?.Buttons.Any(button => button.Verb == "duty.snooze") == true);
    }

    [Fact]
    public async Task The_managers_read_each_morning_what_is_due()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("你好");
        await Pass(scene, scene.ForwardTo("2026-03-11T08:31:00+08:00"));
        Assert.Contains(scene.OfficeHead.New(), post => post.Says.Contains("MSC-1", StringComparison.Ordinal) || post.Says.Contains("朝阳", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whom_the_channel_does_not_reach_holds_up_nobody_and_the_sender_hears_of_it()
    {
        await using var scene = await Scene.Set();
        scene.Channel.Close("user-id-2");
        scene.Channel.Close("00000000-0000-0000-0000-0000000000a3");
        scene.Engineer.New();

        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();

        Assert.Contains("BJ-042", scene.ProductSupport.Last.Says, StringComparison.Ordinal);
        Assert.Empty(scene.OfficeHead.Received);
        Assert.Contains(scene.Engineer.New(), post => post.Says.Contains("王芳", StringComparison.Ordinal));
        Assert.Contains(scene.ChannelCards(), card => card.Says.Contains("王芳", StringComparison.Ordinal));
    }

    private static void Reached(Scene scene)
    {
        scene.ProductSupport.New();
        scene.OfficeHead.New();
    }

    // The ids of the alarms that somebody was shown.
    private static IReadOnlyList<string> Alarms(Actor actor) =>
    [
        .. actor.Received.SelectMany(post => post.Card?.Buttons ?? []).Where(button => button.Verb.StartsWith("alarm.", StringComparison.Ordinal))
            .Select(button => button.Data.GetProperty("alarm").GetString()!).Distinct(),
    ];

    private static async Task Pass(Scene scene, Task forward)
    {
        await forward;
        await scene.Settle();
    }
}
