using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Schema;
using static SiteBot.BotFramework.Tests.Dialogs.DialogBot;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public Task Any_text_is_an_answer() => Run(new TextPrompt("text"), options: Asking("Name?"))
        .Test("hello", "Name?")
        .Test("Ann", "Complete: Ann")
        .StartTestAsync();

    [Fact]
    public Task What_is_no_message_leaves_a_prompt_waiting() => Run(new TextPrompt("text"), options: Asking("Name?"))
        .Test("hello", "Name?")
        .Send(new Activity(ActivityTypes.Event) { Name = "elsewhere" })
        .AssertNoReply()
        .Test("Ann", "Complete: Ann")
        .StartTestAsync();

    [Fact]
    public Task An_answer_that_will_not_do_is_asked_for_again_and_again() =>
        Run(new NumberPrompt<int>("number"), options: Asking("How many?", "A number, please."))
            .Test("hello", "How many?")
            .Test("many", "A number, please.")
            .Test("3.5", "A number, please.")
            .Test("twenty-three", "Complete: 23")
            .StartTestAsync();

    [Fact]
    public Task Without_a_retry_prompt_the_question_is_repeated() => Run(new NumberPrompt<int>("number"), options: Asking("How many?"))
        .Test("hello", "How many?")
        .Test("many", "How many?")
        .StartTestAsync();

    [Fact]
    public Task A_validator_is_asked_even_when_nothing_was_recognised_and_counts_the_attempts()
    {
        PromptValidator<int> validator = async (prompt, cancellation) =>
        {
            if (!prompt.Recognized.Succeeded)
            {
                await prompt.Context.SendActivityAsync($"Attempt {prompt.AttemptCount}: no number.", cancellationToken: cancellation);
                return false;
            }

            return prompt.Recognized.Value is > 0 and < 100;
        };

        return Run(new NumberPrompt<int>("number", validator), options: Asking("How many?", "Fewer."))
            .Test("hello", "How many?")
            .Test("many", "Attempt 1: no number.")
            .Test("150", "Fewer.")
            .Test("none", "Attempt 3: no number.")
            .Test("50", "Complete: 50")
            .StartTestAsync();
    }

    [Fact]
    public Task A_validator_may_set_the_value_itself() =>
        Run(
            new TextPrompt("text", (prompt, _) =>
            {
                prompt.Recognized.Value = prompt.Recognized.Value.ToUpperInvariant();
                return Task.FromResult(true);
            }),
            options: Asking("Name?"))
            .Test("hello", "Name?")
            .Test("ann", "Complete: ANN")
            .StartTestAsync();

    [Theory]
    [InlineData("三点五", "zh-cn", "3.5")]
    [InlineData("一百二十三", "zh-CN", "123")]
    [InlineData("3.14", "en-us", "3.14")]
    [InlineData("3.14", "fr-fr", "3.14")]
    [InlineData("3.14", "", "3.14")]
    public Task Numbers_are_read_in_the_language_of_the_activity(string answer, string locale, string number) =>
        Run(new NumberPrompt<double>("number"), locale, options: Asking("?"))
            .Test("hello", "?")
            .Test(answer, $"Complete: {number}")
            .StartTestAsync();

    [Fact]
    public Task Each_numeric_type_gets_its_own() => Task.WhenAll(
        Gives<int>(42),
        Gives<long>(42L),
        Gives<float>(42f),
        Gives<double>(42d),
        Gives<decimal>(42m));

    [Fact]
    public void A_prompt_needs_an_id_and_a_number_prompt_a_number()
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(""));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(null!));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(""));
        Assert.Throws<ArgumentNullException>(() => new AttachmentPrompt(""));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("number"));
    }

    [Fact]
    public async Task A_prompt_begun_without_prompt_options_says_so() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Run(new TextPrompt("text"), options: "Name?").Send("hello").StartTestAsync());

    [Fact]
    public Task An_attachment_prompt_waits_for_an_attachment() => Run(new AttachmentPrompt("files", (prompt, _) => Task.FromResult(prompt.Recognized.Succeeded)), options: Asking("Photo?"))
        .Test("hello", "Photo?")
        .Test("here", "Photo?")
        .Send(new Activity(ActivityTypes.Message) { Attachments = [new Attachment { ContentType = "image/png" }] })
        .AssertReply(reply => Assert.StartsWith("Complete: ", ((Activity)reply).Text, StringComparison.Ordinal))
        .StartTestAsync();

    private static Task Gives<T>(T expected)
        where T : struct
    {
        PromptValidator<T> validator = (prompt, _) =>
        {
            Assert.Equal(expected, prompt.Recognized.Value);
            return Task.FromResult(true);
        };
        return Run(new NumberPrompt<T>("number", validator), options: Asking("?")).Test("hello", "?").Test("42", "Complete: 42").StartTestAsync();
    }
}
