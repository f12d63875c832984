using SiteBot.BotFramework.Builder.Dialogs.Recognizers;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class BooleanRecognizerTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yep, go on", true)]
    [InlineData("sure", true)]
    [InlineData("OK.", true)]
    [InlineData("👍", true)]
    [InlineData("no", false)]
    [InlineData("Nope", false)]
    [InlineData("not ok", false)]
    [InlineData("👎", false)]
    [InlineData("lala", null)]
    [InlineData("yesterday", null)]
    [InlineData("know", null)]
    public void English_yes_and_no(string text, bool? answer) => Assert.Equal(answer, BooleanRecognizer.Find(text, "en-us"));

    [Theory]
    [InlineData("是的", true)]
    [InlineData("好", true)]
    [InlineData("可以", true)]
    [InlineData("没问题", true)]
    [InlineData("确认", true)]
    [InlineData("不", false)]
    [InlineData("不是的", false)]
    [InlineData("不可以", false)]
    [InlineData("不同意", false)]
    [InlineData("没有", false)]
    [InlineData("啦啦", null)]
    public void Chinese_yes_and_no(string text, bool? answer) => Assert.Equal(answer, BooleanRecognizer.Find(text, "zh-cn"));
}
