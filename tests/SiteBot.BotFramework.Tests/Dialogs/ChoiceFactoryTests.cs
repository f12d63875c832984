using SiteBot.BotFramework.Builder.Dialogs.Choices;
using SiteBot.BotFramework.Connector;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class ChoiceFactoryTests
{
    private static readonly List<Choice> Colours = [new("red"), new("green"), new("blue")];

    [Theory]
    [InlineData(1, "Pick: (1) red")]
    [InlineData(2, "Pick: (1) red or (2) green")]
    [InlineData(3, "Pick: (1) red, (2) green, or (3) blue")]
    public void Inline_choices_read_as_a_sentence(int count, string text) => Assert.Equal(text, ChoiceFactory.Inline(Colours[..count], "Pick:").Text);

    [Fact]
    public void A_list_numbers_its_lines_unless_told_not_to()
    {
        Assert.Equal("Pick:\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Colours, "Pick:").Text);
        Assert.Equal("Pick:\n\n   - red\n   - green\n   - blue", ChoiceFactory.List(Colours, "Pick:", options: new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void A_personal_Teams_chat_gets_suggested_actions_for_its_person()
    {
        var message = ChoiceFactory.ForChannel(Channels.Msteams, Colours, "Pick:", conversationType: "personal", toList: ["user"]);

        Assert.Equal(["red", "green", "blue"], message.SuggestedActions!.Actions!.Select(action => action.Title));
        Assert.Equal("user", Assert.Single(message.SuggestedActions.To!));
    }

    [Theory]
    [InlineData(Channels.Msteams, "groupChat", 3)]
    [InlineData(Channels.Msteams, "personal", 4)]
    [InlineData(Channels.Cortana, null, 3)]
    public void Where_suggested_actions_do_not_show_a_card_carries_the_buttons(string channel, string? conversationType, int count)
    {
        var choices = Enumerable.Range(1, count).Select(i => new Choice($"c{i}")).ToList();

        var message = ChoiceFactory.ForChannel(channel, choices, "Pick:", conversationType: conversationType);

        var card = Assert.IsType<HeroCard>(Assert.Single(message.Attachments!).Content);
        Assert.Equal((count, "Pick:"), (card.Buttons!.Count, card.Text));
    }

    [Fact]
    public void A_channel_without_buttons_gets_text_in_a_line_or_a_list()
    {
        Assert.StartsWith("Pick: (1)", ChoiceFactory.ForChannel(Channels.Sms, Colours, "Pick:").Text, StringComparison.Ordinal);
        Assert.StartsWith("Pick:\n\n", ChoiceFactory.ForChannel(Channels.Sms, [.. Colours, new Choice("alpha")], "Pick:").Text, StringComparison.Ordinal);
        Assert.StartsWith("Pick:\n\n", ChoiceFactory.ForChannel(Channels.Emulator, [new Choice("a title of more than twenty")], "Pick:").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_with_a_button_of_its_own_keeps_it()
    {
        var action = new CardAction { Type = ActionTypes.MessageBack, Title = "Red!", Value = "r" };

        var message = ChoiceFactory.SuggestedAction([new Choice("red") { Action = action }], "Pick:");

        Assert.Same(action, Assert.Single(message.SuggestedActions!.Actions!));
        Assert.Equal("Pick: (1) Red!", ChoiceFactory.Inline([new Choice { Action = action }], "Pick:").Text);
    }
}
