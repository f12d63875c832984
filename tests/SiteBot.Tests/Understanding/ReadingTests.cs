using NodaTime;
using SiteBot.Gate;
using SiteBot.Understanding;

namespace SiteBot.Tests.Understanding;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("not yet restored")]
    [InlineData("the service is not yet restored")]
    [InlineData("业务还没恢复")]
    [InlineData("業務仍未恢復")]
    [InlineData("still not back")]
    public void Not_yet_restored_is_trouble_that_goes_on_and_never_restored(string message)
    {
        var read = Reads.Messages.Understand(message);
        Assert.Equal(Intent.ReportProblem, read.Intent);
        Assert.Equal(Severity.Critical, read.Severity);
    }

    [Theory]
    [InlineData("what if all calls drop?")]
    [InlineData("suppose the whole site goes down")]
    [InlineData("yesterday all calls dropped")]
    [InlineData("last week billing was wrong but it is fixed")]
    [InlineData("not down")]
    [InlineData("the site isn't down")]
    [InlineData("如果业务中断怎么办")]
    [InlineData("万一全站断了找谁")]
    [InlineData("昨天业务中断了")]
    [InlineData("站点没断")]
    public void Trouble_that_is_imagined_past_or_denied_is_no_trouble(string message) =>
        Assert.NotEqual(Intent.ReportProblem, Reads.Messages.Understand(message).Intent);

    [Theory]
    [InlineData("all calls dropped", Severity.Critical)]
    [InlineData("业务中断了怎么办", Severity.Critical)]
    [InlineData("整个站掉了，我该怎么办？", Severity.Critical)]
    [InlineData("billing is wrong, what now?", Severity.Serious)]
    [InlineData("话单全错了", Severity.Serious)]
    [InlineData("one fan shows an alarm", Severity.Normal)]
    public void Trouble_now_is_never_taken_for_a_question(string message, Severity severity)
    {
        var read = Reads.Messages.Understand(message);
        Assert.Equal(Intent.ReportProblem, read.Intent);
        Assert.Equal(severity, read.Severity);
    }

    [Theory]
    [InlineData("who are you?")]
    [InlineData("你是谁")]
    [InlineData("您是机器人吗？")]
    public void Who_asks_who_speaks_is_told_what_the_bot_does(string message) => Assert.Equal(Intent.Help, Reads.Messages.Understand(message).Intent);

    [Theory]
    [InlineData("yes please")]
    [InlineData("OK, go ahead then")]
    [InlineData("好的，开始吧")]
    [InlineData("是的")]
    [InlineData("對")]
    public void A_bare_yes_is_a_yes(string message) => Assert.True(Reads.Messages.Understand(message).IsYes);

    [Theory]
    [InlineData("你是谁")]
    [InlineData("ok?")]
    [InlineData("half past one tonight ok?")]
    [InlineData("is he right")]
    [InlineData("这样可以吗")]
    [InlineData("不是")]
    [InlineData("not ok")]
    [InlineData("要带什么")]
    [InlineData("下一步干什么")]
    [InlineData("what is the next step?")]
    public void A_message_that_only_holds_the_word_agrees_to_nothing(string message)
    {
        var read = Reads.Messages.Understand(message);
        Assert.False(read.IsYes);
        Assert.False(read.IsOnward);
    }

    [Theory]
    [InlineData("不是升级，是割接", OperationKind.Cutover)]
    [InlineData("不是割接，就是升个级，现在行吗", OperationKind.Upgrade)]
    [InlineData("not an upgrade but a board swap, ok now?", OperationKind.Hardware)]
    [InlineData("凌晨两点能升级吗", OperationKind.Upgrade)]
    [InlineData("can I replace the faulty line card now", OperationKind.Hardware)]
    [InlineData("搞定了，我可以走了吧", OperationKind.LeaveSite)]
    public void The_operation_meant_is_read_and_not_the_one_denied(string message, OperationKind operation)
    {
        var read = Reads.Messages.Understand(message);
        Assert.Equal(Intent.CanINow, read.Intent);
        Assert.Equal(operation, read.Operation);
    }

    [Theory]
    [InlineData("I don't want to start a visit, just asking")]
    [InlineData("我不是要开始服务，只是问问")]
    [InlineData("no visit now, I only have a question")]
    public void Who_only_asks_starts_nothing(string message) => Assert.Equal(Intent.Ask, Reads.Messages.Understand(message).Intent);

    [Theory]
    [InlineData("凌晨两点能升级吗", 2, 0)]
    [InlineData("can I upgrade at half past one tonight", 1, 30)]
    [InlineData("is quarter to three ok for the cutover", 2, 45)]
    [InlineData("后半夜3点能割接吗", 3, 0)]
    [InlineData("今晚十一点半可以割接吗", 23, 30)]
    [InlineData("may I swap the board at 9 pm", 21, 0)]
    [InlineData("下午三点一刻能换板吗", 15, 15)]
    [InlineData("今晚12点能升级吗", 0, 0)]
    public void The_time_of_day_is_read(string message, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), Reads.Messages.Understand(message).When);

    [Theory]
    [InlineData("the thing")]
    [InlineData("那个东西呢")]
    public void What_is_unclear_is_asked_back_with_three_choices_at_most(string message)
    {
        var read = Reads.Messages.Understand(message);
        Assert.True(read.Alternatives.Length <= 3);
        Assert.True(!read.IsUnclear || read.Alternatives[0] == read.Intent);
    }
}
