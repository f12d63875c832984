using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;
using static SiteBot.BotFramework.Tests.Dialogs.DialogBot;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class ChoiceAndConfirmPromptTests
{
    private static PromptOptions Colours(string? again = null, ListStyle? style = null) =>
        new(MessageFactory.Text("Colour?"), again is null ? null : MessageFactory.Text(again), ChoiceFactory.ToChoices(["red", "green", "blue"]), style);

    [Theory]
    [InlineData(null, "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData("en-gb", "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData("fr-fr", "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData("", "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData("ZH", "Colour? (1) red， (2) green， 要么 (3) blue")]
    [InlineData("zh-Cn", "Colour? (1) red， (2) green， 要么 (3) blue")]
    public Task Choices_are_offered_in_the_language_of_the_activity(string? locale, string prompt) =>
        Run(new ChoicePrompt("colour"), locale, options: Colours()).Test("hello", prompt).StartTestAsync();

    [Fact]
    public Task A_choice_is_found_and_anything_else_asked_again() => Run(new ChoicePrompt("colour", Chosen), options: Colours("Which?"))
        .Test("hello", "Colour? (1) red, (2) green, or (3) blue")
        .Test("purple", "Which? (1) red, (2) green, or (3) blue")
        .Test("I'll take the blue one", "blue at 2")
        .StartTestAsync();

    [Theory]
    [InlineData(ListStyle.None, "Colour?")]
    [InlineData(ListStyle.List, "Colour?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.SuggestedAction, "Colour?")]
    [InlineData(ListStyle.HeroCard, null)]
    public Task The_options_style_comes_before_the_prompts_own(ListStyle style, string? text) =>
        Run(new ChoicePrompt("colour") { Style = ListStyle.Inline }, options: Colours(style: style))
            .Send("hello")
            .AssertReply(reply => Assert.Equal(text, ((Activity)reply).Text))
            .StartTestAsync();

    [Fact]
    public Task A_card_of_choices_comes_after_what_the_prompt_attaches_itself()
    {
        var options = Colours(style: ListStyle.HeroCard);
        options.Prompt!.Attachments = [new Attachment { ContentType = "text/plain", Content = "first" }];

        return Run(new ChoicePrompt("colour"), options: options)
            .Send("hello")
            .AssertReply(reply =>
            {
                var attachments = ((Activity)reply).Attachments!;
                Assert.Equal("first", attachments[0].Content);
                Assert.Equal("Colour?", Assert.IsType<HeroCard>(attachments[1].Content).Text);
                Assert.Single(options.Prompt.Attachments);
            })
            .StartTestAsync();
    }

    [Fact]
    public Task A_prompt_of_the_bots_own_may_offer_choices_too() => Run(new WeatherPrompt("weather"), options: Asking("Today?"))
        .Test("hello", "Today? (1) sun or (2) rain")
        .Test("rain", "Complete: rain")
        .StartTestAsync();

    [Fact]
    public Task In_a_personal_Teams_chat_the_buttons_are_for_the_person_who_is_asked()
    {
        var adapter = new TestAdapter(Channels.Msteams);
        adapter.Conversation.Conversation!.ConversationType = "personal";

        return Run(new ConfirmPrompt("confirm"), adapter: adapter, options: Asking("Sure?"))
            .Send("hello")
            .AssertReply(reply =>
            {
                var actions = ((Activity)reply).SuggestedActions!;
                Assert.Equal(adapter.Conversation.User!.Id, Assert.Single(actions.To!));
                Assert.Equal(["Yes", "No"], actions.Actions!.Select(action => action.Title));
            })
            .StartTestAsync();
    }

    [Fact]
    public Task A_bot_may_bring_a_language_of_its_own()
    {
        var own = new Dictionary<string, ChoiceFactoryOptions> { ["custom-custom"] = new("; ", " either ", "; either ", false) };

        return Run(new ChoicePrompt("colour", own, null, "custom-custom"), "custom-custom", options: Colours())
            .Test("hello", "Colour? red; green; either blue")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("en-us", "Sure? (1) Yes or (2) No", "Yes", true)]
    [InlineData("en-us", "Sure? (1) Yes or (2) No", "2", false)]
    [InlineData("zh-cn", "Sure? (1) 是的 要么 (2) 不", "是的", true)]
    [InlineData("zh-cn", "Sure? (1) 是的 要么 (2) 不", "不", false)]
    [InlineData("zh-cn", "Sure? (1) 是的 要么 (2) 不", "第二个", false)]
    [InlineData("zh", "Sure? (1) 是的 要么 (2) 不", "1", true)]
    [InlineData("not-supported", "Sure? (1) Yes or (2) No", "yes", true)]
    public async Task Yes_and_no_are_offered_and_read_in_the_language_of_the_activity(string locale, string prompt, string answer, bool confirmed)
    {
        await Run(new ConfirmPrompt("confirm"), locale, options: Asking("Sure?")).Test("hello", prompt).Test(answer, $"Complete: {confirmed}").StartTestAsync();
        await Run(new ConfirmPrompt("confirm", defaultLocale: locale), "", options: Asking("Sure?")).Test("hello", prompt).Test(answer, $"Complete: {confirmed}").StartTestAsync();
    }

    [Fact]
    public Task Who_was_shown_no_numbers_cannot_answer_with_one() =>
        Run(new ConfirmPrompt("confirm") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } }, options: Asking("Sure?", "Yes or no?"))
            .Test("hello", "Sure? Yes or No")
            .Test("1", "Yes or no? Yes or No")
            .Test("no", "Complete: False")
            .StartTestAsync();

    [Fact]
    public Task Yes_and_no_may_have_other_names() =>
        Run(new ConfirmPrompt("confirm") { ConfirmChoices = Tuple.Create(new Choice("Proceed"), new Choice("Halt")) }, options: Asking("Now?"))
            .Test("hello", "Now? (1) Proceed or (2) Halt")
            .Test("halt", "Complete: False")
            .StartTestAsync();

    [Fact]
    public void Two_languages_are_supported_and_found_under_any_of_their_names()
    {
        Assert.Equal(["zh-cn", "en-us"], PromptCultureModels.GetSupportedCultures().Select(culture => culture.Locale));
        Assert.All(["zh", "ZH-CN", "zh-tw"], name => Assert.Equal("zh-cn", PromptCultureModels.MapToNearestLanguage(name)));
        Assert.Equal("fr-fr", PromptCultureModels.MapToNearestLanguage("fr-FR"));
        Assert.Null(PromptCultureModels.MapToNearestLanguage(null));
    }

    private static async Task<bool> Chosen(PromptValidatorContext<FoundChoice> prompt, CancellationToken cancellation)
    {
        if (prompt.Recognized.Succeeded)
        {
            await prompt.Context.SendActivityAsync($"{prompt.Recognized.Value.Value} at {prompt.Recognized.Value.Index}", cancellationToken: cancellation);
        }

        return prompt.Recognized.Succeeded;
    }

    private sealed class WeatherPrompt(string id) : Prompt<string>(id)
    {
        protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync(
                AppendChoices(options.Prompt, turnContext.Activity.ChannelId!, ChoiceFactory.ToChoices(["sun", "rain"]), ListStyle.Inline, null, cancellationToken),
                cancellationToken);

        protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PromptRecognizerResult<string> { Succeeded = true, Value = turnContext.Activity.Text! });
    }
}
