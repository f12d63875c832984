using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>Approvers answer by text in their own chats, as their cards do: one pending consent is decided, several are asked back, a word too few decides nothing.</summary>
public sealed class ConsentByTextTests
{
    private static readonly Func<string, string> FangSpeaksEnglish = directory => directory.Of("wang.fang", "language: zh", "language: en");

    [Fact]
    public async Task 同意_is_the_press_of_the_card()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        await scene.ProductSupport.Says("批准到三点");
        Assert.Contains("已同意", Says(await scene.OfficeHead.Says("同意 朝阳机房")), StringComparison.Ordinal);
        await scene.Settle();

        Assert.Contains("只限", scene.ProductSupport.Received.Last(post => post.Says.Contains("已同意", StringComparison.Ordinal)).Says, StringComparison.Ordinal);
        Assert.DoesNotContain("待答复", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains("00:00–03:00", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.CardsOf(Actor.PersonalChatOf(scene.OfficeHead.UserId)), card => card.Card!.Buttons.Any(button => button.Verb == "consent.approve"));
    }

    [Fact]
    public async Task In_English_until_three_and_a_no_with_its_reason()
    {
        await using var scene = await Scene.Set(directory: FangSpeaksEnglish);
        await scene.AsksForConsents();

        Assert.Contains("for only", Says(await scene.OfficeHead.Says("approve until 3 am")), StringComparison.Ordinal);
        Assert.Contains("rejected it", Says(await scene.ProductSupport.Says("reject: no spare board")), StringComparison.Ordinal);
        await scene.Settle();

        Assert.Contains("no spare board", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains("took the consent back", Says(await scene.OfficeHead.Says("withdraw my consent")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_without_its_reason_asks_for_it()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        Assert.Contains("为什么不同意", Says(await scene.OfficeHead.Says("拒绝")), StringComparison.Ordinal);
        Assert.Contains("待答复", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains("备件没到", Says(await scene.OfficeHead.Says("拒绝，理由：备件没到")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("好", "还没有答复")]
    [InlineData("ok", "还没有答复")]
    [InlineData("同意，但要先备份", "还没有答复")]
    [InlineData("approve if the spare board is there", "Nothing is answered yet")]
    [InlineData("同意 海淀机房", "那里没有")]
    [InlineData("同意 V3.09.00", "另一个版本")]
    [InlineData("批准到六点", "申请的窗口")]
    [InlineData("批准到一点", "120")]
    public async Task What_says_too_little_or_too_much_decides_nothing_and_shows_what_to_press(string text, string says)
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        Assert.Contains(says, Says(await scene.OfficeHead.Says(text)), StringComparison.Ordinal);
        await scene.Settle();

        Assert.Contains("待答复", scene.ChannelCard(), StringComparison.Ordinal);
        Assert.Contains(scene.ConsentCard(scene.OfficeHead).Card!.Buttons, button => button.Verb == "consent.approve");
    }

    [Fact]
    public async Task Nothing_pending_is_said_to_approvers_alone()
    {
        await using var scene = await Scene.Set();

        Assert.Contains("没有等你答复", Says(await scene.OfficeHead.Says("同意")), StringComparison.Ordinal);
        Assert.Contains("没有可撤回的", Says(await scene.OfficeHead.Says("撤回同意")), StringComparison.Ordinal);
        Assert.DoesNotContain("没有等你答复", Says(await scene.Contractor.Says("同意")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_answer_counts_whatever_way_it_came()
    {
        await using var scene = await Scene.Set(directory: directory => directory.Of("chen.yu", "roles: [remote_support, expert]", "roles: [product_support, remote_support, expert]"));
        await scene.AsksForConsents();

        await scene.ProductSupport.Presses("consent.approve");
        var second = Says(await scene.RemoteSupport.Says("拒绝，理由：版本还要观察"));
        Assert.Contains("没有等你答复", second, StringComparison.Ordinal);
        Assert.Contains("赵磊", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_the_request_was_made_answers_it_not()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        Assert.Contains("申请改过", Says(await scene.OfficeHead.SaysLate("同意", TimeSpan.FromMinutes(10))), StringComparison.Ordinal);
        await scene.Settle();

        Assert.Contains("待答复", scene.ChannelCard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leads_the_visit_is_refused_as_by_the_card()
    {
        await using var scene = await Scene.Set(directory: directory => directory.Of("wang.fang", "roles: [office_head]", "roles: [office_head, engineer]"));
        await scene.AsksForConsents();
        await scene.Engineer.Says("现在进展怎样");
        await scene.Engineer.Presses("visit.hand_over", ("f_to", "wang.fang"));
        await scene.Settle();

        Assert.Contains("不能同意自己", Says(await scene.OfficeHead.Says("同意 朝阳机房")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_it_is_asked_which_and_the_press_does_what_was_written()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();
        await scene.Contractor.Says("start an upgrade of MSC-2 at BJ-077 to V3.08.21, tomorrow 00:00 to 04:00, 2 hours");
        await scene.Contractor.Says("yes");
        await scene.Settle();

        var asked = (await scene.OfficeHead.Says("批准到三点"))[^1];
        Assert.Contains("同意哪一个", asked.Says, StringComparison.Ordinal);
        Assert.Equal(2, asked.Card!.Buttons.Count(button => button.Verb == "consent.approve"));
        Assert.Contains("00:00–03:00", (await scene.OfficeHead.Presses(asked, asked.Card.Button("consent.approve", Night.Visit))).Says, StringComparison.Ordinal);

        Assert.Contains("已同意", Says(await scene.OfficeHead.Says("同意")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engineer_s_yes_keeps_its_meaning()
    {
        await using var scene = await Scene.Set();
        await scene.AsksForConsents();

        Assert.Contains("已记录", Says(await scene.Engineer.Says("局方同意了，周经理")), StringComparison.Ordinal);
        Assert.DoesNotContain("没有答复", Says(await scene.Engineer.Says("同意了")), StringComparison.Ordinal);
    }

    private static string Says(IReadOnlyList<Posted> answers) => string.Join('\n', answers.Select(answer => answer.Says));
}
